/** Strips show every part of a page in its place, whatever the recipe. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PaperPicture } from "../../../src/report/paper-picture.ts";
import { pictureStrips, type Strip, stripSize } from "../../../src/report/picture-strips.ts";

/** Full-width files of these heights, each cut from a file at some offset. */
function pictureOf(width: number, tiles: readonly { height: number; cut: number }[]): PaperPicture {
  let top = 0;
  const parts = tiles.map(({ height, cut }, index) => {
    const target = { x: 0, y: top, width, height };
    top += height;
    const source = { x: 0, y: cut, width, height };
    return { file: `${index}.png`, size: { width, height: cut + height }, source, target };
  });
  return { number: 0, width, height: top, parts };
}

const tiles = fc.array(
  fc.record({ height: fc.integer({ min: 1, max: 3_000 }), cut: fc.integer({ min: 0, max: 100 }) }),
  { minLength: 1, maxLength: 12 },
);
const width = fc.integer({ min: 20, max: 4_000 });
const firstHeight = 300;

function stripsOf(picture: PaperPicture, files = new Set(picture.parts.map(({ file }) => file))): Strip[] {
  return pictureStrips({ picture, devicePixelRatio: 1, files, firstHeight });
}

test("strips follow each other from the first row to the last, overlapping, none too high or wide", () => {
  fc.assert(
    fc.property(width, tiles, (across, heights) => {
      const picture = pictureOf(across, heights);
      const strips = stripsOf(picture);
      expect(strips[0]?.fromPixel).toBe(0);
      expect(strips.at(-1)?.toPixel).toBe(picture.height);
      for (const [index, strip] of strips.entries()) {
        const before = strips[index - 1];
        if (before) expect(strip.fromPixel).toBeLessThan(before.toPixel);
        expect(strip.height).toBeLessThanOrEqual(index === 0 ? firstHeight : stripSize.height);
        expect(strip.width).toBeLessThanOrEqual(stripSize.columnWidth + 1e-9);
      }
    }),
  );
});

test("every row of a strip comes from the place in the file that the recipe names", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  fc.assert(
    fc.property(width, tiles, share, (across, heights, at) => {
      const picture = pictureOf(across, heights);
      for (const strip of stripsOf(picture)) {
        const row = strip.fromPixel + Math.floor(at * (strip.toPixel - strip.fromPixel));
        const scale = strip.width / picture.width;
        const y = (row - strip.fromPixel + 0.5) * scale;
        const pieces = strip.pieces.filter(({ box }) => box.y <= y && y < box.y + box.height);
        expect(pieces).toHaveLength(1);
        const part = picture.parts.find(({ target }) => target.y <= row && row < target.y + target.height);
        expect(pieces[0]?.file).toBe(part?.file);
        const shownRow = (y - (pieces[0]?.whole.y ?? 0)) / scale - 0.5;
        expect(shownRow).toBeCloseTo((part?.source.y ?? 0) + row - (part?.target.y ?? 0), 5);
      }
    }),
  );
});

test("strips end where the files at hand end", () => {
  const picture = pictureOf(1_000, [
    { height: 700, cut: 0 },
    { height: 700, cut: 32 },
    { height: 700, cut: 32 },
  ]);
  expect(stripsOf(picture, new Set(["0.png", "1.png"])).at(-1)?.toPixel).toBe(1_400);
  expect(stripsOf(picture, new Set(["1.png", "2.png"]))).toEqual([]);
  expect(stripsOf(picture, new Set())).toEqual([]);
});

test("where little is left below the table, the first strip waits for the next page", () => {
  const picture = pictureOf(800, [{ height: 9_000, cut: 0 }]);
  const few = { picture, devicePixelRatio: 1, files: new Set(["0.png"]) };
  const [strip] = pictureStrips({ ...few, firstHeight: stripSize.lowestFirst - 1 });
  expect(strip?.height).toBeGreaterThan(stripSize.lowestFirst);
});

test("nothing is drawn larger than it was on the screen", () => {
  const picture = pictureOf(96, [{ height: 96, cut: 0 }]);
  expect(stripsOf(picture)[0]?.width).toBeCloseTo(72);
  const files = new Set(["0.png"]);
  const [dense] = pictureStrips({ picture, devicePixelRatio: 2, files, firstHeight });
  expect(dense?.width).toBeCloseTo(36);
});
