/** A conversation as large sites build them is kept whole: 240 rows that are recycled, guessed and put in above. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { decodeStrip, listRows, rebuildSurface } from "./pane-rows.ts";

const rowCount = 240;
let inBrowser: InBrowser;
let kept: OpenedItem;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const page = await inBrowser.open(`/hostile-list.html?rows=${rowCount}&page=30&estimate=60`);
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  kept = (await packAndOpen(inBrowser)).items[0] ?? expect.fail("no item in the bundle");
});
afterAll(() => inBrowser.stop());

test("every row stands in the picture once, in order, at its height", () => {
  expect(decodeStrip(rebuildSurface(kept, 1))).toEqual(listRows(rowCount));
});

test("the transcript tells the same rows", () => {
  const { rows, gaps } = JSON.parse(kept.read("transcript-1.json")) as {
    rows: { text: string; box: { y: number; height: number } }[];
    gaps: unknown[];
  };
  expect(gaps).toEqual([]);
  expect(rows.map(({ text }) => text)).toEqual(listRows(rowCount).map(({ number }) => `訊息 ${number}`));
  let y = 0;
  for (const { number, height } of listRows(rowCount)) {
    expect(rows[number]?.box).toMatchObject({ y, height });
    y += height;
  }
});

test("the capture is complete, from end to end", () => {
  // The button stands over a corner, and comes and goes: such places are noted, and nothing else is.
  const codes = new Set(kept.item.verdict.notes.map(({ code }) => code));
  expect([...codes].filter((code) => code !== "occluded-patch" && code !== "unstable-seam")).toEqual([]);
  const ends = kept.item.format === "keepleaf-item-2" ? kept.item.proof?.ends.surfaces : undefined;
  expect(ends?.[1]).toEqual({ surface: 1, first: "reached", last: "reached" });
});

test("it took few frames: most of each is new", () => {
  expect(kept.frames.length).toBeLessThan(70);
});
