/** Draws every strip again from the frames in the bag and compares it with the strip in the bag, pixel by pixel. */
import { composeTile } from "../capture/compose-tile.ts";
import type { CookedSurface } from "../capture/make-proof.ts";
import { mergePairs } from "../capture/merge-pairs.ts";
import { planTiles, type TilePlan } from "../capture/plan-tiles.ts";
import { readPngRows } from "../capture/png/read-png.ts";
import type { SharedRows } from "../capture/proof.ts";
import { bytesPerPixel, type Raster } from "../capture/raster.ts";
import { frameReader } from "../evidence/frame-reader.ts";
import type { Picture } from "../evidence/picture.ts";
import type { Finding } from "./finding.ts";

/** What a check may look at, and when it must stop. */
export interface BagReader {
  /** The bytes of a file of the bag, by its path; null when it is not there or cannot be read. */
  read: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  signal?: AbortSignal | undefined;
}

export interface PictureToCheck {
  /** `c0001`. */
  folder: string;
  picture: Picture;
  /** The recipe as it follows from the frames. */
  surfaces: readonly CookedSurface[];
}

export interface TileReading {
  findings: Finding[];
  /** What neighbouring frames share, measured anew; null where there are no strips or no frames to measure. */
  pairs: SharedRows[] | null;
}

/** The strips named are those of the recipe, all of them or none. */
export async function checkTiles(checked: PictureToCheck, bag: BagReader): Promise<TileReading> {
  const { folder, picture, surfaces } = checked;
  const path = (file: string) => `data/captures/${folder}/${file}`;
  const plans = surfaces.flatMap(planTiles);
  const named = picture.surfaces.flatMap(({ number, tiles }) => tiles.map((tile) => ({ ...tile, number })));
  if (named.length === 0) return { findings: [], pairs: plans.length === 0 ? [] : null };
  const isSamePlan =
    named.length === plans.length &&
    plans.every(({ surface, y, height }, index) => {
      const tile = named[index];
      return tile?.number === surface && tile.y === y && tile.height === height;
    });
  if (!isSamePlan)
    return {
      findings: [{ code: "recipe-differs", path: path("capture.json"), detail: "tiles" }],
      pairs: null,
    };
  const readFrame = frameReader(async (sequence) => {
    const frame = picture.frames.find((one) => one.sequence === sequence);
    return frame ? bag.read(path(frame.file)) : null;
  });
  const reading: Required<TileReading> & { pairs: SharedRows[] } = { findings: [], pairs: [] };
  for (const [index, plan] of plans.entries()) {
    bag.signal?.throwIfAborted();
    const tilePath = path(named[index]?.file ?? "");
    const { difference, pairs } = await compareTile(plan, { readFrame, tile: await bag.read(tilePath) });
    reading.pairs.push(...pairs);
    if (difference !== null)
      reading.findings.push({ code: "composite-differs", path: tilePath, detail: difference });
  }
  return { findings: reading.findings, pairs: mergePairs(reading.pairs) };
}

interface TileParts {
  readFrame: Parameters<typeof composeTile>[1];
  tile: Uint8Array<ArrayBuffer> | null;
}

/** Where it differs, as a short fact; null where every pixel is the frames' own. */
async function compareTile(
  plan: TilePlan,
  { readFrame, tile }: TileParts,
): Promise<{ difference: string | null; pairs: SharedRows[] }> {
  try {
    const { raster, pairs } = await composeTile(plan, readFrame);
    return { difference: tile ? await firstDifference(raster, tile) : "missing", pairs };
  } catch (error) {
    return { difference: error instanceof Error ? error.message : "", pairs: [] };
  }
}

async function firstDifference(raster: Raster, tile: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const stride = raster.width * bytesPerPixel;
  let differing: number | null = null;
  const size = await readPngRows(tile, (row, y) => {
    const expected = raster.pixels.subarray(y * stride, (y + 1) * stride);
    if (differing === null && !isEqual(row, expected)) differing = y;
  });
  if (size.width !== raster.width || size.height !== raster.height) return `${size.width} × ${size.height}`;
  return differing === null ? null : `row ${differing}`;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
