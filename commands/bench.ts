/**
 * `npm run bench`: how long keeping a page takes, beside the bare limit and beside what two shots a second would take.
 * All in one run on the same pages of this machine; read the ratios, not the seconds.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { openAtButton } from "./browser/keep-page.ts";
import { type KeepleafBrowser, launchBrowser } from "./browser/launch-browser.ts";
import { press } from "./browser/press.ts";
import { waitForScreen } from "./browser/watch-screen.ts";
import { buildExtension } from "./build-extension.ts";

interface BenchCall {
  findBrowser(): string;
  projectRoot: string;
}

const screens = 20;
const peerGapMs = 500;

/** The exit status. */
export async function run({ findBrowser, projectRoot }: BenchCall): Promise<number> {
  const extensionFolder = await buildExtension(projectRoot);
  const served = await servePage();
  const choices = { browserPath: findBrowser(), extensionFolder, isHeadless: true, isClosedOff: true };
  const keepleaf = await launchBrowser(choices);
  try {
    printRatios(await measure(keepleaf, served.address));
    return 0;
  } finally {
    await keepleaf.browser.close();
    served.stop();
  }
}

interface Measured {
  unmasked: number;
  masked: number;
  bare: number;
  peer: number;
}

/** Milliseconds from the click to the word that it is saved and checked; for the loops, from the first shot to the last. */
async function measure(keepleaf: KeepleafBrowser, address: string): Promise<Measured> {
  const unmasked = await timeKeeping(keepleaf, await opened(keepleaf, address), "adult");
  const masked = await timeKeeping(keepleaf, await opened(keepleaf, address), "unknown");
  const page = await opened(keepleaf, address);
  const bare = await timeShots(page, 0);
  return { unmasked, masked, bare, peer: await timeShots(page, peerGapMs) };
}

/** A tab of its own for each: a popup opened again on the same page tells how the last time went. */
async function opened({ browser }: KeepleafBrowser, address: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(address);
  return page;
}

/** Nothing is evaluated in the popup with a gesture of its own: that would lend it a fast lane it does not have. */
async function timeKeeping(
  keepleaf: KeepleafBrowser,
  page: Page,
  about: "adult" | "unknown",
): Promise<number> {
  const popup = await openAtButton(keepleaf, page, about);
  const startedAtMs = performance.now();
  await press(popup, "[data-action=keep]");
  const seen = await waitForScreen(popup, ["kept", "failed"], 120);
  if (seen.kind !== "seen" || seen.facts["screen"] !== "kept") throw new Error("the page was not kept");
  return performance.now() - startedAtMs;
}

/** A bare loop: scroll, two drawn frames, shoot, nothing kept. */
async function timeShots(page: Page, gapMs: number): Promise<number> {
  const startedAtMs = performance.now();
  for (let screen = 0; screen < screens; screen += 1) {
    const shotAtMs = performance.now();
    await page.evaluate(scrollToScreen, screen);
    await page.screenshot({ captureBeyondViewport: false });
    const leftMs = gapMs - (performance.now() - shotAtMs);
    if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs));
  }
  return performance.now() - startedAtMs;
}

/** Runs in the page. */
async function scrollToScreen(screen: number): Promise<void> {
  window.scrollTo({ top: screen * window.innerHeight, behavior: "instant" });
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function printRatios({ unmasked, masked, bare, peer }: Measured): void {
  const rows = [
    [`${screens} screens, click to saved and checked`, unmasked],
    ["the same, pictures masked", masked],
    ["bare scroll-and-shoot loop, nothing kept", bare],
    ["a loop of two shots a second, nothing kept", peer],
  ] as const;
  for (const [what, ms] of rows) console.log(`${what.padEnd(46)} ${(ms / 1_000).toFixed(2).padStart(7)} s`);
  console.log(`ours / bare                                    ${(unmasked / bare).toFixed(2).padStart(7)}`);
  console.log(`two a second / ours                            ${(peer / unmasked).toFixed(2).padStart(7)}`);
  console.log(`masked / unmasked                              ${(masked / unmasked).toFixed(2).padStart(7)}`);
}

/** A page of 20 screens of text and coloured blocks, as high as the window makes it. */
async function servePage(): Promise<{ address: string; stop(): void }> {
  const colours = ["#b9c7c4", "#c59a6b", "#6f8fa3", "#d8b98a"];
  const blocks = Array.from({ length: screens }, (_, index) => {
    const colour = colours[index % colours.length];
    return `<section style="height:100vh;box-sizing:border-box;border:4px solid ${colour}"><h2>第 ${index + 1} 段</h2></section>`;
  });
  const html = `<!doctype html><meta charset="utf-8"><title>長頁</title><body style="margin:0">${blocks.join("")}`;
  const server = createServer((_request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, stop: () => server.close() };
}
