/** Decodes frames as strips ask for them: in order, neighbours twice, two held at a time. */
import { Failure } from "../base/failure.ts";
import type { ReadFrame } from "../capture/compose-tile.ts";
import { type PngReading, readPng } from "../capture/png/read-png.ts";
import { pngSize } from "../capture/png-size.ts";
import { bytesPerPixel, giveBack, type Raster } from "../capture/raster.ts";

/** A strip's edge lies in two frames, and a frame of a 4K screen takes 25 MB: of much larger ones one is held. */
const framesHeld = 2;
const bytesHeld = 128 * 1024 * 1024;

export interface FrameMeans extends Pick<PngReading, "room" | "crc32"> {
  /** Takes the bytes of a PNG back once it is decoded. */
  release?: ((bytes: Uint8Array<ArrayBuffer>) => void) | undefined;
}

/** `read` gives the PNG of a frame, null when there is none. */
export function frameReader(
  read: (sequence: number) => Promise<Uint8Array<ArrayBuffer> | null>,
  { release, ...means }: FrameMeans = {},
): ReadFrame {
  const held = new Map<number, Raster>();
  return async (sequence) => {
    const known = held.get(sequence);
    if (known) return known;
    const bytes = await read(sequence);
    if (!bytes) throw new Failure("picture-unreadable", `no frame ${sequence}`);
    const raster = await readPng(bytes, { ...means, spare: makeRoom(held, bytes) });
    release?.(bytes);
    held.set(sequence, raster);
    return raster;
  };
}

/** Before it is decoded: afterwards there would be one more than is held. The one let go last, whose buffer serves. */
function makeRoom(held: Map<number, Raster>, png: Uint8Array): Raster | null {
  const { width, height } = pngSize(png) ?? { width: 0, height: 0 };
  let spare: Raster | null = null;
  for (const [sequence, raster] of held) {
    const bytes = Array.from(held.values()).reduce(
      (sum, one) => sum + one.stride * one.height,
      width * height * bytesPerPixel,
    );
    if (held.size < framesHeld && bytes <= bytesHeld) break;
    held.delete(sequence);
    if (spare) giveBack(spare);
    spare = raster;
  }
  return spare;
}
