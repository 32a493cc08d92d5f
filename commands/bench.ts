/**
 * `npm run bench -- [part …]`: how long keeping a page takes, beside the bare limit and beside what two shots a second
 * would take. All in one run on the same pages of this machine; read the ratios, not the seconds.
 *
 * Parts: `keep` (20 screens against the loops), `mask` (20 screens of pictures, hidden and not), `saving` (50 screens:
 * lanes, and from the last frame to saved), `pane` (a conversation of 240 messages), `census` (a look at 30,000
 * elements), `png` (and drawing strips); and the long ones `long` (100,000 px), `memory` (250,000 px), `pack` (2 GB) and
 * `verify` (1 GB of kept pages, strips and all); `pack:200` tries with so many megabytes. Without a part: the short ones.
 */
import type { Page } from "puppeteer-core";
import { type ServedPages, servePages } from "./bench/bench-page.ts";
import { composeTime } from "./bench/compose-time.ts";
import { censusTimes } from "./bench/census-times.ts";
import { keepPages } from "./bench/kept-pages.ts";
import { type MemoryPeak, watchMemory } from "./bench/extension-memory.ts";
import { type KeptRun, readRun, readTranscript } from "./bench/kept-run.ts";
import { timeChecking, timePacking } from "./bench/large-bundles.ts";
import { pngSpeed, timeShots } from "./bench/loops.ts";
import { inOwnBrowser } from "./bench/own-browser.ts";
import { openAtButton } from "./browser/keep-page.ts";
import type { KeepleafBrowser } from "./browser/launch-browser.ts";
import { press } from "./browser/press.ts";
import { waitForScreen } from "./browser/watch-screen.ts";
import { buildExtension } from "./build-extension.ts";

interface BenchCall {
  words: readonly string[];
  findBrowser(): string;
  projectRoot: string;
}

interface Bench {
  keepleaf: KeepleafBrowser;
  pages: ServedPages;
  projectRoot: string;
}

const parts = { keep, mask, saving, pane, census, png, long, memory, pack, verify } as const;
type Part = keyof typeof parts;
const shortParts: readonly Part[] = ["keep", "mask", "saving", "pane", "census", "png"];

/** The exit status. */
export async function run({ words, findBrowser, projectRoot }: BenchCall): Promise<number> {
  const asked = words.length > 0 ? words : shortParts;
  const unknown = asked.filter(
    (word) => !/^(?:pack|verify):[1-9]\d*$/.test(word) && !Object.hasOwn(parts, word),
  );
  if (unknown.length > 0) {
    console.error(`${unknown.join(", ")}: ${Object.keys(parts).join(" ")}`);
    return 2;
  }
  const extensionFolder = await buildExtension(projectRoot);
  const pages = await servePages(projectRoot);
  const choices = { browserPath: findBrowser(), extensionFolder, isHeadless: true, isClosedOff: true };
  try {
    for (const word of asked) {
      const [part, megabytes] = word.split(":");
      await inOwnBrowser(choices, (keepleaf) =>
        parts[part as Part]({ keepleaf, pages, projectRoot }, Number(megabytes ?? 0)),
      );
    }
    return 0;
  } finally {
    pages.stop();
  }
}

/** A screen of the bench's window has 813 CSS pixels. */
const rowsOfScreens = (screens: number) => Math.ceil((screens * 813) / 100);

/** Turn by turn, so that what else the machine does hits both alike; the middle of three each. */
async function keep(bench: Bench): Promise<void> {
  const screens = 20;
  const rows = rowsOfScreens(screens);
  const page = await opened(bench, rows);
  const times: Record<"ours" | "bare", number[]> = { ours: [], bare: [] };
  for (let turn = 0; turn < 3; turn += 1) {
    times.ours.push((await timeClick(bench, await opened(bench, rows), "adult")).ms);
    await page.bringToFront();
    times.bare.push(await timeShots(page, screens, 0));
  }
  const [ours, bare] = [median(times.ours), median(times.bare)];
  const peer = await timeShots(page, screens, 500);
  print(`${screens} screens, click to saved and checked`, seconds(ours));
  print("bare scroll-and-shoot loop, nothing kept", seconds(bare));
  print("a loop of two shots a second, nothing kept", seconds(peer));
  print("ours / bare", (ours / bare).toFixed(2), "at most 1.5");
  print("two a second / ours", (peer / ours).toFixed(2), "at least 3");
}

/** The middle of five turns each. */
async function mask(bench: Bench): Promise<void> {
  const times: Record<"adult" | "unknown", number[]> = { adult: [], unknown: [] };
  for (let turn = 0; turn < 5; turn += 1) {
    for (const about of ["adult", "unknown"] as const) {
      const page = await openPage(bench, bench.pages.picturedAddressOf(rowsOfScreens(20)));
      times[about].push((await timeClick(bench, page, about)).ms);
    }
  }
  const [shown, hidden] = [median(times.adult), median(times.unknown)];
  print("20 screens of 8 pictures each, kept as they are", seconds(shown));
  print("the same, pictures masked", seconds(hidden));
  print("masked / unmasked", (hidden / shown).toFixed(2), "at most 1.10");
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

async function saving(bench: Bench): Promise<void> {
  const { run: kept } = await timeKeeping(bench, rowsOfScreens(50), "adult");
  print(`50 screens (${kept.frames} frames), last frame to saved`, seconds(kept.savingMs), "at most 3 s");
  print("frames a second, first 5 s after the click", lane(kept.fastLane));
  print("frames a second, after that", lane(kept.slowLane));
}

async function pane(bench: Bench): Promise<void> {
  const messages = 240;
  const page = await openPage(bench, bench.pages.conversationOf(messages));
  const { ms } = await timeClick(bench, page, "adult");
  const { rows, gaps } = await readTranscript(bench.keepleaf);
  print(`a conversation of ${messages}, click to saved and checked`, seconds(ms), "at most 20 s");
  print(`messages in its transcript, of ${messages}; gaps`, `${rows}; ${gaps}`, `${messages}; 0`);
}

async function census(bench: Bench): Promise<void> {
  const page = await openPage(bench, bench.pages.manyElements);
  const popup = await openAtButton(bench.keepleaf, page, "adult");
  await press(popup, "[data-action=keep]");
  await waitForScreen(popup, ["kept", "failed"], 60);
  const { elements, firstMs, laterMs, partsMs } = await censusTimes(bench.keepleaf, page, bench.projectRoot);
  await page.close();
  print(`first look at ${elements} elements`, milliseconds(firstMs));
  print("the longest of the next ten", milliseconds(laterMs), "below 100 ms");
  print("the list of what is not shown, once a capture", milliseconds(partsMs));
}

async function png(bench: Bench): Promise<void> {
  const { read, write } = await pngSpeed(await opened(bench, 200), 8);
  const screens = 50;
  const composing = await composeTime(await opened(bench, rowsOfScreens(screens)), screens);
  print(`drawing the strips of ${screens} screens, in Node`, seconds(composing));
  print("our PNG reader, megapixels a second", read.toFixed(0));
  print("our PNG writer, megapixels a second", write.toFixed(0));
}

async function long(bench: Bench): Promise<void> {
  const { ms, run: kept } = await timeKeeping(bench, 1_000, "adult");
  print("100,000 px, click to saved and checked", seconds(ms), "at most 45 s");
  print(`rows in order, of 1,000 (${kept.verdict})`, String(kept.rowsInOrder), "1000");
}

async function memory(bench: Bench): Promise<void> {
  const watch = await watchMemory(bench.keepleaf.browser.process()?.pid ?? 0);
  const page = await opened(bench, 2_500);
  const { ms, clickedAtMs } = await timeClick(bench, page, "adult");
  const extra = await watch.stop();
  const kept = await readRun(bench.keepleaf, clickedAtMs);
  print("250,000 px, click to saved and checked", seconds(ms));
  print(`rows in order, of 2,500 (${kept.verdict})`, String(kept.rowsInOrder), "2500");
  print("memory of the extension over its start, at most", megabytesOf(extra), "at most 300 MB");
}

const itemMegabytes = 4;

async function pack({ keepleaf }: Bench, megabytes: number): Promise<void> {
  const items = Math.ceil((megabytes || 2_000) / itemMegabytes);
  const times = await timePacking(keepleaf, { items, itemBytes: itemMegabytes * 1e6 });
  print(`${items} items, press to packed and checked`, pace(times.bytes, times.ours));
  print("zip -0 and sha256sum of the same files", pace(times.bytes, times.theirs));
  print("theirs / ours", (times.theirs / times.ours).toFixed(2), "at least 0.6");
  print("memory of the browser over its start", megabytesOf(times.extra), "at most 200 MB");
  for (const [kind, more] of times.extra?.parts.slice(0, 2) ?? [])
    print(`  of it ${kind}`, `${more.toFixed(0)} MB`);
}

async function verify({ keepleaf, pages }: Bench, megabytes: number): Promise<void> {
  const times = await timeChecking(await keepPages(keepleaf, pages), (megabytes || 1_000) * 1e6);
  const { bytes, ours, theirs, oursWithoutPictures, strips, megapixels } = times;
  print(`${strips} strips drawn from their frames, megapixels`, megapixels.toFixed(0));
  print("a bundle checked, strips and all", pace(bytes, ours));
  print("sha256sum -c of its files", pace(bytes, theirs));
  print("theirs / ours", (theirs / ours).toFixed(2), "at least 0.5");
  print("theirs / ours, strips not drawn", (theirs / oursWithoutPictures).toFixed(2));
}

function megabytesOf(peak: MemoryPeak | null): string {
  return peak === null ? "–" : `${peak.megabytes.toFixed(0)} MB`;
}

function pace(bytes: number, timeTaken: number): string {
  return `${timeTaken.toFixed(1)} s ${(bytes / timeTaken / 1e9).toFixed(2)} GB/s`;
}

/** A tab of its own for each: a popup opened again on the same page tells how the last time went. */
function opened(bench: Bench, rows: number): Promise<Page> {
  return openPage(bench, bench.pages.addressOf(rows));
}

async function openPage({ keepleaf }: Bench, address: string): Promise<Page> {
  const page = await keepleaf.browser.newPage();
  await page.goto(address);
  return page;
}

async function timeKeeping(
  bench: Bench,
  rows: number,
  about: "adult" | "unknown",
): Promise<{ ms: number; run: KeptRun }> {
  const { ms, clickedAtMs } = await timeClick(bench, await opened(bench, rows), about);
  return { ms, run: await readRun(bench.keepleaf, clickedAtMs) };
}

/** Nothing is evaluated in the popup with a gesture of its own: that would lend it a fast lane it does not have. */
async function timeClick(
  bench: Bench,
  page: Page,
  about: "adult" | "unknown",
): Promise<{ ms: number; clickedAtMs: number }> {
  const popup = await openAtButton(bench.keepleaf, page, about);
  const clickedAtMs = Date.now();
  const startedAtMs = performance.now();
  await press(popup, "[data-action=keep]");
  const seen = await waitForScreen(popup, ["kept", "failed"], 420);
  if (seen.kind !== "seen" || seen.facts["screen"] !== "kept") throw new Error("the page was not kept");
  const ms = performance.now() - startedAtMs;
  await page.close();
  return { ms, clickedAtMs };
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}

function milliseconds(ms: number): string {
  return `${ms.toFixed(0)} ms`;
}

function lane(perSecond: number | null): string {
  return perSecond === null ? "none" : perSecond.toFixed(1);
}

function print(what: string, value: string, goal?: string): void {
  console.log(`${what.padEnd(52)} ${value.padStart(9)}${goal === undefined ? "" : `   (goal: ${goal})`}`);
}
