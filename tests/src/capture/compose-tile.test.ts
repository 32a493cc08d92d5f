/** A strip shows exactly what the recipe says, and a seam is judged by what both frames show. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeTile } from "../../../src/capture/compose-tile.ts";
import type { LaidFrame, LaidSurface } from "../../../src/capture/laid-frame.ts";
import type { CookedSurface } from "../../../src/capture/make-proof.ts";
import { mergePairs } from "../../../src/capture/merge-pairs.ts";
import { planTiles } from "../../../src/capture/plan-tiles.ts";
import type { SharedRows } from "../../../src/capture/proof.ts";
import { emptyRaster, type Raster } from "../../../src/capture/raster.ts";
import { makeRecipe } from "../../../src/capture/recipe.ts";
import { smallSurface } from "./small-surfaces.ts";

/** Every pixel of a frame says which frame it is and where in it. */
function numbered(frame: LaidFrame): Raster {
  const { clip, sequence } = frame;
  const raster = emptyRaster(clip.x + clip.width, clip.y + clip.height);
  for (let y = 0; y < raster.height; y += 1)
    for (let x = 0; x < raster.width; x += 1)
      raster.pixels.set([sequence + 1, x, y], (y * raster.width + x) * 3);
  return raster;
}

/** Every pixel of a frame is that of the page under it. */
function window(frame: LaidFrame, colourAt: (y: number) => number): Raster {
  const raster = emptyRaster(frame.clip.width, frame.clip.height);
  for (let y = 0; y < raster.height; y += 1)
    raster.pixels.fill(colourAt(frame.y + y), y * raster.width * 3, (y + 1) * raster.width * 3);
  return raster;
}

interface Drawn {
  tiles: { y: number; raster: Raster }[];
  pairs: SharedRows[];
}

async function draw(surface: LaidSurface, paint: (frame: LaidFrame) => Raster): Promise<Drawn> {
  const cooked: CookedSurface = { ...surface, ...makeRecipe(surface) };
  const tiles: Drawn["tiles"] = [];
  const pairs: SharedRows[] = [];
  for (const plan of planTiles(cooked)) {
    const composed = await composeTile(plan, async (sequence) => {
      const frame = surface.frames.find((one) => one.sequence === sequence);
      return frame ? paint(frame) : emptyRaster(1, 1);
    });
    tiles.push({ y: plan.y, raster: composed.raster });
    pairs.push(...composed.pairs);
  }
  return { tiles, pairs: mergePairs(pairs) };
}

function pixel({ width, pixels }: Raster, x: number, y: number): number[] {
  return [...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

it("every placed pixel is the one the recipe names, and nothing is drawn elsewhere", async () => {
  await fc.assert(
    fc.asyncProperty(smallSurface, async (surface) => {
      const { placements } = makeRecipe(surface);
      const [tile] = (await draw(surface, numbered)).tiles;
      expect(tile === undefined).toBe(placements.length === 0);
      if (!tile) return;
      for (let y = 0; y < tile.raster.height; y += 1) {
        for (let x = 0; x < tile.raster.width; x += 1) {
          const placed = placements.find(
            ({ target: t }) => x >= t.x && x < t.x + t.width && y >= t.y && y < t.y + t.height,
          );
          const found = pixel(tile.raster, x, y);
          if (!placed) expect(new Set(found).size).toBe(1);
          else {
            const { source, target, sequence } = placed;
            expect(found).toEqual([sequence + 1, source.x + x - target.x, source.y + y - target.y]);
          }
        }
      }
    }),
    { numRuns: 100 },
  );
});

function surfaceOf(frames: readonly Partial<LaidFrame>[]): LaidSurface {
  const laid = frames.map((frame, sequence) => ({
    sequence,
    clip: { x: 0, y: 0, width: 4, height: 3_000 },
    x: 0,
    y: sequence * 2_900,
    occluders: [],
    moving: [],
    ...frame,
  }));
  return { number: 0, kind: "document", width: 4, height: 8_800, frames: laid, gaps: [] };
}

describe("seams", () => {
  it("hold where both frames show the same, across the edges of strips", async () => {
    const { tiles, pairs } = await draw(surfaceOf([{}, { y: 2_900 }, { y: 5_800 }]), (frame) =>
      window(frame, (y) => y % 251),
    );
    expect(tiles.map(({ y, raster }) => [y, raster.height])).toEqual([
      [0, 4_096],
      [4_096, 4_096],
      [8_192, 608],
    ]);
    expect(pairs).toEqual([
      { surface: 0, first: 0, second: 1, rows: 100, equalRows: 100 },
      { surface: 0, first: 1, second: 2, rows: 100, equalRows: 100 },
    ]);
  });

  it("do not hold where the page moved between two frames", async () => {
    const { pairs } = await draw(surfaceOf([{}, {}]), (frame) =>
      window(frame, (y) => (y + frame.sequence) % 251),
    );
    expect(pairs).toEqual([{ surface: 0, first: 0, second: 1, rows: 100, equalRows: 0 }]);
  });

  it("are not asked of what moves by itself or stands in front", async () => {
    const moving = [{ x: 0, y: 0, width: 4, height: 40 }];
    const front = [{ key: "a", kind: "fixed" as const, box: { x: 0, y: 40, width: 4, height: 10 } }];
    const { pairs } = await draw(surfaceOf([{}, { moving, occluders: front }]), (frame) =>
      window(frame, (y) => (y < 2_950 ? frame.sequence : 7)),
    );
    expect(pairs).toEqual([{ surface: 0, first: 0, second: 1, rows: 50, equalRows: 50 }]);
  });
});
