/** Draws strips again from the frames of the bag and compares them with the strips of the bag, pixel by pixel. */
import { equalBytes } from "../base/equal-bytes.ts";
import { composeTile, type ReadFrame } from "../capture/compose-tile.ts";
import type { TilePlan } from "../capture/plan-tiles.ts";
import type { Inflate } from "../capture/png/inflate.ts";
import { readPngRows } from "../capture/png/read-png.ts";
import type { SharedRows } from "../capture/proof.ts";
import { bytesPerPixel, type Raster } from "../capture/raster.ts";
import { frameReader } from "../evidence/frame-reader.ts";

/** What a check may look at, and when it must stop. */
export interface BagReader {
  /** The bytes of a file of the bag, by its path; null when it is not there or cannot be read. */
  read: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  signal?: AbortSignal | undefined;
  /** The quickest this platform has; left out for the one every platform has. */
  inflate?: Inflate | undefined;
}

/** Strips that lie one below the other, with every frame they are drawn from. Plain data: a thread can be sent it. */
export interface StripRun {
  strips: readonly { path: string; plan: TilePlan }[];
  frames: readonly { sequence: number; path: string }[];
}

export interface StripReading {
  path: string;
  /** Where it differs, as a short fact; null where every pixel is the frames' own. */
  difference: string | null;
  /** What neighbouring frames share in it, measured anew. */
  pairs: SharedRows[];
}

/** One reading for each strip of the run, in order; here or on another thread, with the same result. */
export type CompareStrips = (run: StripRun) => Promise<StripReading[]>;

export async function compareStrips({ strips, frames }: StripRun, bag: BagReader): Promise<StripReading[]> {
  const paths = new Map(frames.map(({ sequence, path }) => [sequence, path]));
  const readFrame = frameReader(async (sequence) => {
    const path = paths.get(sequence);
    return path === undefined ? null : bag.read(path);
  }, bag.inflate);
  const readings: StripReading[] = [];
  let spare: Raster | null = null;
  for (const { path, plan } of strips) {
    bag.signal?.throwIfAborted();
    const means = { readFrame, spare, inflate: bag.inflate, tile: await bag.read(path) };
    const { raster, ...compared } = await compareStrip(plan, means);
    spare = raster ?? spare;
    readings.push({ path, ...compared });
  }
  return readings;
}

interface StripParts {
  readFrame: ReadFrame;
  spare: Raster | null;
  inflate: Inflate | undefined;
  tile: Uint8Array<ArrayBuffer> | null;
}

async function compareStrip(
  plan: TilePlan,
  { readFrame, spare, inflate, tile }: StripParts,
): Promise<Omit<StripReading, "path"> & { raster: Raster | null }> {
  try {
    const { raster, pairs } = await composeTile(plan, readFrame, spare);
    return { raster, difference: tile ? await firstDifference(raster, tile, inflate) : "missing", pairs };
  } catch (error) {
    return { raster: null, difference: error instanceof Error ? error.message : "", pairs: [] };
  }
}

async function firstDifference(
  raster: Raster,
  tile: Uint8Array<ArrayBuffer>,
  inflate: Inflate | undefined,
): Promise<string | null> {
  const stride = raster.width * bytesPerPixel;
  let differing: number | null = null;
  const compareRow = (row: Uint8Array, y: number) => {
    const expected = raster.pixels.subarray(y * stride, (y + 1) * stride);
    if (differing === null && !equalBytes(row, expected)) differing = y;
  };
  const size = await readPngRows(tile, compareRow, inflate);
  if (size.width !== raster.width || size.height !== raster.height) return `${size.width} × ${size.height}`;
  return differing === null ? null : `row ${differing}`;
}
