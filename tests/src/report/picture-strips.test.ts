/** Strips show every part of a page in its place, whatever the recipe. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Placement } from "../../../src/capture/frame.ts";
import { paper, type PictureToCut, pictureStrips, type Strip } from "../../../src/report/picture-strips.ts";

/** Full-width tiles of these heights, each cut from a frame at some offset. */
function pictureOf(width: number, tiles: readonly { height: number; cut: number }[]): PictureToCut {
  let top = 0;
  const placements = tiles.map(({ height, cut }, sequence): Placement => {
    const target = { x: 0, y: top, width, height };
    top += height;
    return { sequence, source: { x: 0, y: cut, width, height }, target };
  });
  const frames = tiles.map(({ height, cut }, sequence) => ({ sequence, width, height: cut + height }));
  return { width, height: top, frames, placements };
}

const tiles = fc.array(
  fc.record({ height: fc.integer({ min: 1, max: 3_000 }), cut: fc.integer({ min: 0, max: 100 }) }),
  { minLength: 1, maxLength: 12 },
);
const width = fc.integer({ min: 20, max: 4_000 });

function stripsOf(
  picture: PictureToCut,
  sequences = new Set(picture.frames.map(({ sequence }) => sequence)),
): Strip[] {
  return pictureStrips({ picture, devicePixelRatio: 1, sequences });
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
        expect(strip.heightMm).toBeLessThanOrEqual(index === 0 ? paper.firstStripMm : paper.stripMm);
        expect(strip.widthMm).toBeLessThanOrEqual(paper.columnMm + 1e-9);
      }
    }),
  );
});

test("every row of a strip comes from the place in the frame that the recipe names", () => {
  fc.assert(
    fc.property(
      width,
      tiles,
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (across, heights, share) => {
        const picture = pictureOf(across, heights);
        for (const strip of stripsOf(picture)) {
          const row = strip.fromPixel + Math.floor(share * (strip.toPixel - strip.fromPixel));
          const mmPerPixel = strip.widthMm / picture.width;
          const at = (row - strip.fromPixel + 0.5) * mmPerPixel;
          const pieces = strip.pieces.filter(({ box }) => box.y <= at && at < box.y + box.height);
          expect(pieces).toHaveLength(1);
          const placement = picture.placements.find(
            ({ target }) => target.y <= row && row < target.y + target.height,
          );
          expect(pieces[0]?.sequence).toBe(placement?.sequence);
          const shownRow = (at - (pieces[0]?.box.y ?? 0) - (pieces[0]?.frame.y ?? 0)) / mmPerPixel - 0.5;
          expect(shownRow).toBeCloseTo((placement?.source.y ?? 0) + row - (placement?.target.y ?? 0), 5);
        }
      },
    ),
  );
});

test("strips end where the frames at hand end", () => {
  const picture = pictureOf(1_000, [
    { height: 700, cut: 0 },
    { height: 700, cut: 32 },
    { height: 700, cut: 32 },
  ]);
  expect(stripsOf(picture, new Set([0, 1])).at(-1)?.toPixel).toBe(1_400);
  expect(stripsOf(picture, new Set())).toEqual([]);
});

test("nothing is drawn larger than it was on the screen", () => {
  const [strip] = stripsOf(pictureOf(96, [{ height: 96, cut: 0 }]));
  expect(strip?.widthMm).toBeCloseTo(25.4);
  const [dense] = pictureStrips({
    picture: pictureOf(96, [{ height: 96, cut: 0 }]),
    devicePixelRatio: 2,
    sequences: new Set([0]),
  });
  expect(dense?.widthMm).toBeCloseTo(12.7);
});
