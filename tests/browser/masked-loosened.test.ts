/**
 * Pages that take the mask away in the middle of a capture: every frame is destroyed, also those that were sound, the
 * item keeps text and facts only and says so, and afterwards the page is as it was.
 */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginKeeping, outcomeOf } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { say } from "../../src/words/say.ts";
import { markerFiles } from "../pages/masking/corpus.ts";
import { markerAt } from "../pages/masking/marker.ts";
import { stolenEffect } from "../pages/masking/stolen.ts";
import { everythingStored } from "./everything-stored.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { markersFound } from "./marker-places.ts";
import { picturesAmong } from "./marker-search.ts";
import { packAndOpen } from "./opened-bundle.ts";

const { png } = markerAt(0);
/** Far enough down that some frames are taken and stored before. */
const fromHere = 1_500;
const show =
  'effect.setKeyframes({ visibility: ["visible", "visible"], opacity: [1, 1] }); effect.target = picture;';

/** What each does once it is scrolled down; `picture` stands in every window. */
const ways: Record<string, string> = {
  "for good, from some frame on": `if (scrollY > ${fromHere}) { ${show} }`,
  "at each scroll anew, for a moment": `if (scrollY > ${fromHere}) addEventListener("scroll", () => { ${show} setTimeout(() => { effect.target = null; }, 400); });`,
  "in each gap between two looks": `const off = new MessageChannel(); off.port1.onmessage = () => { effect.target = null; };
    const turn = () => { if (scrollY > ${fromHere}) { ${show} off.port2.postMessage(0); } requestAnimationFrame(turn); }; turn(); return;`,
  "by a screen that is held as it was": `if (scrollY > ${fromHere}) { document.startViewTransition(() => new Promise(() => undefined)).finished.then(step); return; }`,
};

/** Pictures that no sheet can tell from words and boxes. */
const built: Record<string, string> = {
  "cells of a table": `<table cellspacing="0" cellpadding="0">${`<tr>${'<td bgcolor="#c04080" width="3" height="3">'.repeat(30)}`.repeat(20)}</table>`,
  "letters that are boxes": `<div style="font:6px/6px monospace">${`${'<span style="color:#c04080">█</span>'.repeat(30)}<br>`.repeat(20)}</div>`,
  "boxes in a closed tree": `<div><template shadowrootmode="closed">${`<div style="display:flex">${'<i style="width:3px;height:3px;background:#c04080"></i>'.repeat(30)}</div>`.repeat(20)}</template></div>`,
};

/** One of each takes long enough for the short run: what is there for a moment only is the hardest to see. */
const isLong = process.env["SLOW"] === "1";
const short = ["in each gap between two looks"];

let inBrowser: InBrowser;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const [path, bytes] of markerFiles()) inBrowser.pages.put(path, bytes);
  for (const [at, way] of Object.values(ways).entries())
    inBrowser.pages.put(`/loosened-${at}`, pageThat(way));
  for (const [at, mosaic] of Object.values(built).entries())
    inBrowser.pages.put(
      `/built-${at}`,
      `<!doctype html><meta charset="utf-8"><title>t</title><p>字字字</p>${mosaic}`,
    );
  const days = Array.from(
    { length: 370 },
    (_, at) => `<i style="width:9px;height:9px;background:rgb(0,${at % 250},0)"></i>`,
  );
  inBrowser.pages.put(
    "/year",
    `<!doctype html><meta charset="utf-8"><title>t</title><p>字字字</p><div style="display:grid;grid:repeat(7,10px)/auto-flow 10px">${days.join("")}</div>`,
  );
});
afterAll(() => inBrowser.stop());

function pageThat(way: string): string {
  const lines = Array.from({ length: 120 }, (_, at) => `<p>第 ${at} 行字。</p>`).join("");
  return `<!doctype html><meta charset="utf-8"><title>鬆開遮罩的頁</title><body style="font:16px/2 sans-serif">
    <img id="picture" src="${png}" style="position:fixed;right:9px;top:9px"><i id="first">字</i>${lines}<script>{
    ${stolenEffect("first")} effect.target = null; const picture = document.getElementById("picture");
    const step = () => { ${way} setTimeout(step, 20); }; step(); }</script>`;
}

function looks(page: Page) {
  return page.evaluate(() => {
    const { transitionProperty } = getComputedStyle(document.body);
    const picture = document.getElementById("picture");
    return { transitionProperty, top: scrollY, style: picture?.getAttribute("style") };
  });
}

test.each(Object.keys(ways).filter((way) => isLong || short.includes(way)))("loosened %s", async (way) => {
  const page = await inBrowser.open(`/loosened-${Object.keys(ways).indexOf(way)}`);
  const before = await looks(page);
  const popup = await beginKeeping(inBrowser.keepleaf, page, "unknown");
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  expect(await popup.$eval("main", (main) => main.textContent)).toContain(say("zh-TW", "note.mask-failed"));

  const { item, frames, read } = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  expect(item.verdict).toMatchObject({ kind: "facts-only" });
  expect(item.verdict.notes).toContainEqual({ code: "mask-failed" });
  expect([frames, item.files.filter(({ kind }) => kind === "frame")]).toEqual([[], []]);
  expect(read("text.txt")).toContain("第 119 行字。");

  const library = await openLibrary(inBrowser.keepleaf);
  const pieces = await everythingStored(library);
  await library.close();
  expect([picturesAmong(pieces), markersFound(pieces)]).toEqual([[], []]);
  await page.bringToFront();
  await page.waitForFunction(() => scrollY === 0, { timeout: 5_000 });
  expect(await looks(page)).toEqual(before);
  await page.close();
});

test.runIf(isLong)(
  "a picture built of hundreds of small boxes or letters is none of the words of a page",
  async () => {
    const paths = [...Object.keys(built).map((_, at) => `/built-${at}`), "/year"];
    for (const path of paths) {
      const page = await inBrowser.open(path);
      const popup = await beginKeeping(inBrowser.keepleaf, page, "unknown");
      expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
      await page.close();
    }
    const items = (await packAndOpen(inBrowser)).items.slice(-paths.length);
    expect(items.map(({ item, frames }) => [item.verdict.kind, frames.length])).toEqual([
      ...Object.keys(built).map(() => ["facts-only", 0]),
      // What shows the days of a year in colours is a page like others.
      ["complete", 1],
    ]);
  },
);
