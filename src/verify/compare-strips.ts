/**
 * Compares the strips of the bag with its frames, pixel by pixel: as they are where frames alone make them up, else with the
 * strip that is drawn again from them.
 */
import { compareTile, composeTile, isMadeOfFrames, type ReadFrame } from "../capture/compose-tile.ts";
import type { Crc32 } from "../base/fast-crc32.ts";
import type { TilePlan } from "../capture/plan-tiles.ts";
import { type PngReading, readPng } from "../capture/png/read-png.ts";
import type { PictureRoom } from "../capture/png/vectors/picture-room.ts";
import { pngSize } from "../capture/png-size.ts";
import type { SharedRows } from "../capture/proof.ts";
import { equalRows, giveBack, type Raster } from "../capture/raster.ts";
import { frameReader } from "../evidence/frame-reader.ts";

/** What a check may look at, and when it must stop. */
export interface BagReader {
  /** The bytes of a file of the bag, by its path; null when it is not there or cannot be read. */
  read: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  signal?: AbortSignal | undefined;
  /** Takes bytes back that were read, where they are used again; nobody looks at them afterwards. */
  release?: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Where pictures are read and drawn; one check at a time may use it. */
  room?: PictureRoom | null;
  /** The quickest this platform has. */
  crc32?: Crc32 | undefined;
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
  const { room = null, crc32 } = bag;
  room?.clear();
  const read = async (sequence: number) => {
    const path = paths.get(sequence);
    return path === undefined ? null : bag.read(path);
  };
  const readFrame = frameReader(read, { room, crc32, release: bag.release });
  const readings: StripReading[] = [];
  let spare: Raster | null = null;
  for (const { path, plan } of strips) {
    bag.signal?.throwIfAborted();
    const means = { readFrame, spare, room, crc32, kept: await bag.read(path) };
    const { raster, ...compared } = await compareStrip(plan, means);
    if (means.kept) bag.release?.(means.kept);
    spare = raster ?? spare;
    readings.push({ path, ...compared });
  }
  return readings;
}

interface StripParts extends PngReading {
  readFrame: ReadFrame;
  /** The strip as it was kept; null where it cannot be read. */
  kept: Uint8Array<ArrayBuffer> | null;
}

type ComparedStrip = Omit<StripReading, "path"> & {
  /** What was drawn or read, and is needed no more. */
  raster: Raster | null;
};

/** One of another size is not even unpacked. */
async function compareStrip(plan: TilePlan, { kept, ...parts }: StripParts): Promise<ComparedStrip> {
  const differs = (difference: string) => ({ raster: null, difference, pairs: [] });
  if (!kept) return differs("missing");
  const size = pngSize(kept);
  if (size && (size.width !== plan.width || size.height !== plan.height))
    return differs(`${size.width} × ${size.height}`);
  try {
    const compare = isMadeOfFrames(plan) ? compareAsItIs : compareWithDrawn;
    const { row, ...compared } = await compare(plan, kept, parts);
    return { ...compared, difference: row === null ? null : `row ${row}` };
  } catch (error) {
    return differs(error instanceof Error ? error.message : "");
  }
}

type Compared = Omit<ComparedStrip, "difference"> & { row: number | null };

async function compareAsItIs(
  plan: TilePlan,
  kept: Uint8Array<ArrayBuffer>,
  { readFrame, ...means }: Omit<StripParts, "kept">,
): Promise<Compared> {
  const raster = await readPng(kept, means);
  const { differingRow, pairs } = await compareTile(plan, readFrame, raster);
  return { raster, row: differingRow, pairs };
}

async function compareWithDrawn(
  plan: TilePlan,
  kept: Uint8Array<ArrayBuffer>,
  { readFrame, ...means }: Omit<StripParts, "kept">,
): Promise<Compared> {
  const { raster, pairs } = await composeTile(plan, readFrame, means);
  const strip = await readPng(kept, { ...means, spare: null });
  const rows = equalRows({ raster, x: 0, y: 0 }, { raster: strip, x: 0, y: 0 }, plan);
  giveBack(strip);
  return { raster, row: rows === plan.height ? null : rows, pairs };
}
