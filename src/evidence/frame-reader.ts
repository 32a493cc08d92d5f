/** Decodes frames as strips ask for them: in order, neighbours twice, two held at a time. */
import { Failure } from "../base/failure.ts";
import type { ReadFrame } from "../capture/compose-tile.ts";
import type { Inflate } from "../capture/png/inflate.ts";
import { readPng } from "../capture/png/read-png.ts";
import { pngSize } from "../capture/png-size.ts";
import { bytesPerPixel, type Raster } from "../capture/raster.ts";

/** A strip's edge lies in two frames, and a frame of a 4K screen takes 25 MB: of much larger ones one is held. */
const framesHeld = 2;
const bytesHeld = 128 * 1024 * 1024;

/** `read` gives the PNG of a frame, null when there is none. */
export function frameReader(
  read: (sequence: number) => Promise<Uint8Array<ArrayBuffer> | null>,
  inflate?: Inflate,
): ReadFrame {
  const held = new Map<number, Raster>();
  return async (sequence) => {
    const known = held.get(sequence);
    if (known) return known;
    const bytes = await read(sequence);
    if (!bytes) throw new Failure("picture-unreadable", `no frame ${sequence}`);
    const raster = await readPng(bytes, { spare: makeRoom(held, bytes), inflate });
    held.set(sequence, raster);
    return raster;
  };
}

/** Before it is decoded: afterwards there would be one more than is held. The one let go last, whose buffer serves. */
function makeRoom(held: Map<number, Raster>, png: Uint8Array): Raster | null {
  const { width, height } = pngSize(png) ?? { width: 0, height: 0 };
  let spare: Raster | null = null;
  for (const [sequence, raster] of held) {
    const taken = Array.from(held.values(), ({ pixels }) => pixels.length);
    const bytes = taken.reduce((sum, length) => sum + length, width * height * bytesPerPixel);
    if (held.size < framesHeld && bytes <= bytesHeld) break;
    held.delete(sequence);
    spare = raster;
  }
  return spare;
}
