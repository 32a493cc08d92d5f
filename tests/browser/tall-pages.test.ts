/**
 * Fixtures 1, 2 and 28: long pages at every pixel density, each row once and in order, no seam off by a pixel.
 * `SLOW=1` adds one more density, 100,000 and 250,000 px, and the browser's own zoom.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { decodeKeptRows, decodeTileRows } from "./decode-kept.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { keepFixtures, setCaps } from "./kept-pages.ts";
import { numberedRowsPage, rowHeight, stripOffsets, wholeRows } from "./numbered-rows.ts";
import type { OpenedItem } from "./opened-bundle.ts";

const isSlow = process.env["SLOW"] === "1";
const densities = isSlow ? [1, 1.25, 1.5, 2] : [1, 1.25, 2];
const zooms = isSlow ? [0.9, 1, 1.1] : [1];
const combinations = densities.flatMap((density) => zooms.map((zoom) => [density, zoom] as const));
const rows = isSlow ? 200 : 45;
/** A page at two shots a second, packed and decoded pixel by pixel, on a machine that has other things to do as well. */
const limitMs = isSlow ? 300_000 : 120_000;

describe.each(combinations)("at %s device pixels a CSS pixel and zoom %s", (density, zoom) => {
  let inBrowser: InBrowser;
  let kept: OpenedItem;

  beforeAll(async () => {
    inBrowser = await startInBrowser({ moreArguments: [`--force-device-scale-factor=${density}`] });
    inBrowser.pages.put("/rows", numberedRowsPage({ count: rows }));
    kept = await keepOne(inBrowser, "/rows", zoom);
  }, limitMs);
  afterAll(() => inBrowser.stop());

  test("the capture is complete", () => {
    expect(kept.item.window.devicePixelRatio).toBeCloseTo(density * zoom, 2);
    expect(kept.item.verdict).toEqual({ kind: "complete", notes: [] });
  });

  test.each(stripOffsets)(
    "the strip at %s px has every row once, in order, at its height",
    async (offset) => {
      const ratio = kept.item.window.devicePixelRatio ?? 1;
      const decoded = decodeKeptRows(kept, offset);
      expect(decodeTileRows(kept, offset)).toEqual(decoded);
      expect(decoded.map(({ number }) => number)).toEqual(wholeRows(rows).map(({ number }) => number));
      for (const { height } of decoded) expect(Math.abs(height - rowHeight * ratio)).toBeLessThan(1);
    },
    limitMs,
  );
});

const heights = isSlow ? [1_000, 2_500] : [];

describe.skipIf(!isSlow).each(heights)("a page of %s rows of 100 px", (count) => {
  test("is complete, every row once", async () => {
    const inBrowser = await startInBrowser();
    inBrowser.pages.put("/rows", numberedRowsPage({ count }));
    await setCaps(inBrowser, {});
    const kept = await keepOne(inBrowser, "/rows", 1);
    expect(kept.item.verdict.kind).toBe("complete");
    expect(decodeKeptRows(kept, 0)).toEqual(wholeRows(count));
    expect(decodeTileRows(kept, 0)).toEqual(wholeRows(count));
    await inBrowser.stop();
  }, 1_200_000);
});

async function keepOne(inBrowser: InBrowser, path: string, zoom: number): Promise<OpenedItem> {
  const prepare = () => zoomEveryTab(inBrowser, zoom);
  const kept = await keepFixtures(inBrowser, [zoom === 1 ? { path } : { path, prepare }]);
  return kept.get(path) ?? expect.fail("no item in the bundle");
}

/** The browser's own zoom, as the person sets it: no page and no emulation has a part in it. */
async function zoomEveryTab(inBrowser: InBrowser, zoom: number): Promise<void> {
  const library = await openLibrary(inBrowser.keepleaf);
  await library.evaluate(async (factor) => {
    const { tabs } = Reflect.get(globalThis, "chrome");
    const own = await tabs.getCurrent();
    for (const { id } of await tabs.query({})) if (id !== own.id) await tabs.setZoom(id, factor);
  }, zoom);
  await library.close();
}
