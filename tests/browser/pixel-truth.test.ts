/** What the frames show is the page: every row once, in order, at its height, at two pixel densities. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { decodeRows, numberedRowsPage, rowCount, rowHeight, stripOffsets } from "./numbered-rows.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { joinTiles, rebuildPage } from "./read-pixels.ts";

describe.each([1, 1.5])("at %s device pixels a CSS pixel", (ratio) => {
  let inBrowser: InBrowser;
  let kept: OpenedItem;

  beforeAll(async () => {
    inBrowser = await startInBrowser({ moreArguments: [`--force-device-scale-factor=${ratio}`] });
    inBrowser.pages.put("/rows", numberedRowsPage());
    const page = await inBrowser.open("/rows");
    expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
    const { items } = await packAndOpen(inBrowser);
    kept = items[0] ?? expect.fail("no item in the bundle");
  });
  afterAll(() => inBrowser.stop());

  test("the capture is complete at this density", () => {
    expect(kept.item.window.devicePixelRatio).toBe(ratio);
    expect(kept.item.verdict.kind).toBe("complete");
    expect(kept.frames.length).toBeGreaterThan(10);
  });

  test.each(stripOffsets)("the strip at %s px decodes to every row once, in order", (offset) => {
    const runs = decodeRows(rebuildPage(kept), offset, ratio);
    expect(decodeRows(joinTiles(kept.tiles), offset, ratio)).toEqual(runs);
    const expected = Array.from({ length: rowCount }, (_, number) => ({ number, height: rowHeight * ratio }));
    expect(runs).toEqual(expected);
  });
});
