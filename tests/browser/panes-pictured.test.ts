/** Inner scrollers with pictures, at a fractional pixel ratio: masked ones stay hidden, late ones are waited for. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { lateHeight, latePane, lateRows, picturedPane, rowsFrom } from "./pane-pages.ts";
import { decodeStrip, rebuildSurface, type SeenRow } from "./pane-rows.ts";
import { markerPixels } from "./read-pixels.ts";

const ratio = 1.25;
let inBrowser: InBrowser;
let shown: OpenedItem;
let late: OpenedItem;
let masked: OpenedItem;
let seenByPage: unknown;

beforeAll(async () => {
  inBrowser = await startInBrowser({ moreArguments: [`--force-device-scale-factor=${ratio}`] });
  inBrowser.pages.put("/pictured", picturedPane);
  inBrowser.pages.put("/late", latePane);
  for (let number = 0; number < lateRows; number += 1) {
    inBrowser.pages.putLate(`/late/${number}.svg`, latePicture, 250);
  }
  const adult = [await keep("/pictured", "adult"), await keep("/late", "adult")];
  [shown, late] = (await openAll(adult)) as [OpenedItem, OpenedItem];
  [masked] = (await openAll([await keep("/pictured", "minor")])) as [OpenedItem];
});
afterAll(() => inBrowser.stop());

const latePicture = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="${lateHeight}"><rect width="200" height="${lateHeight}" fill="#a64"/></svg>`;

async function keep(path: string, about: AboutAge): Promise<string> {
  const page = await inBrowser.open(path);
  const outcome = await keepPage(inBrowser.keepleaf, page, about);
  await page.bringToFront();
  seenByPage = await page.evaluate("window.seen");
  await page.close();
  return outcome.kind === "kept" ? outcome.itemId : expect.fail(`not kept: ${JSON.stringify(outcome)}`);
}

async function openAll(ids: readonly string[]): Promise<OpenedItem[]> {
  const { items, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  return ids.map((id) => items.find(({ item }) => item.id === id) ?? expect.fail(`no item ${id}`));
}

/** Rows are painted on whole device pixels. */
function expectRows(kept: OpenedItem, expected: readonly SeenRow[]): void {
  const rows = decodeStrip(rebuildSurface(kept, 1), ratio);
  expect(kept.item.window.devicePixelRatio).toBe(ratio);
  expect(rows.map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
  for (const [index, { height }] of rows.entries()) {
    expect(Math.abs(height - (expected[index]?.height ?? 0) * ratio)).toBeLessThanOrEqual(1);
  }
}

describe("pictures in a conversation", () => {
  test("are in the frames of a record that keeps pictures: the test below can fail", () => {
    expectRows(shown, rowsFrom(0, 16));
    expect(Math.max(...shown.frames.map(markerPixels))).toBeGreaterThan(5 * 2 * 30 * 30);
    expect(shown.item.verdict).toEqual({ kind: "complete", notes: [] });
  });

  test("are in no frame where they are masked, and every row is", () => {
    expect(masked.item.isMasked).toBe(true);
    expect(masked.frames.map(markerPixels)).toEqual(masked.frames.map(() => 0));
    expectRows(masked, rowsFrom(0, 16));
  });

  test("are listed where they were hidden, each once, in the conversation", () => {
    const places = masked.item.format === "keepleaf-item-2" ? (masked.item.hidden ?? []) : [];
    const inPane = places.filter(({ surface }) => surface === 1);
    let top = 4;
    for (const { height } of rowsFrom(0, 16)) {
      const here = inPane.filter(({ box }) => Math.abs(box.y - top) <= 1);
      expect(here.map(({ kind }) => kind).toSorted()).toEqual(["ground", "image"]);
      top += height;
    }
    expect(inPane).toHaveLength(32);
  });

  test("were hidden without anything that the page could see", () => {
    expect(seenByPage).toEqual([]);
  });
});

test("rows that grow when their pictures come are waited for, and stand there as they are then", () => {
  expectRows(
    late,
    rowsFrom(0, lateRows).map(({ number }) => ({ number, height: 20 + lateHeight })),
  );
});

test("what such a scroller hides to its side is said", () => {
  expect(late.item.verdict).toMatchObject({
    kind: "complete-with-notes",
    notes: [{ code: "pane-beside", detail: expect.stringMatching(/→ \d{3,4} px$/) }],
  });
});
