/** Draws strips again from the frames of the bag and compares them with the strips of the bag, pixel by pixel. */
import { composeTile, type ReadFrame } from "../capture/compose-tile.ts";
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

async function compareStrip(
  plan: TilePlan,
  { readFrame, kept, ...means }: StripParts,
): Promise<Omit<StripReading, "path"> & { raster: Raster | null }> {
  try {
    const { raster, pairs } = await composeTile(plan, readFrame, means);
    const difference = kept ? await firstDifference(raster, kept, { ...means, spare: null }) : "missing";
    return { raster, difference, pairs };
  } catch (error) {
    return { raster: null, difference: error instanceof Error ? error.message : "", pairs: [] };
  }
}

/** One of another size is not even unpacked. */
async function firstDifference(
  drawn: Raster,
  kept: Uint8Array<ArrayBuffer>,
  means: PngReading,
): Promise<string | null> {
  const size = pngSize(kept);
  if (size && (size.width !== drawn.width || size.height !== drawn.height))
    return `${size.width} × ${size.height}`;
  const strip = await readPng(kept, means);
  const rows = equalRows({ raster: drawn, x: 0, y: 0 }, { raster: strip, x: 0, y: 0 }, drawn);
  giveBack(strip);
  return rows === drawn.height ? null : `row ${rows}`;
}
