/** Decodes frames as strips ask for them: in order, neighbours twice, two held at a time. */
import { Failure } from "../base/failure.ts";
import type { ReadFrame } from "../capture/compose-tile.ts";
import { readPng } from "../capture/png/read-png.ts";
import type { Raster } from "../capture/raster.ts";

/** A strip's edge lies in two frames, and a frame of a 4K screen takes 25 MB. */
const framesHeld = 2;

/** `read` gives the PNG of a frame, null when there is none. */
export function frameReader(read: (sequence: number) => Promise<Uint8Array<ArrayBuffer> | null>): ReadFrame {
  const held = new Map<number, Raster>();
  return async (sequence) => {
    const known = held.get(sequence);
    if (known) return known;
    const bytes = await read(sequence);
    if (!bytes) throw new Failure("picture-unreadable", `no frame ${sequence}`);
    const [oldest] = held.keys();
    if (held.size >= framesHeld && oldest !== undefined) held.delete(oldest);
    const raster = await readPng(bytes);
    held.set(sequence, raster);
    return raster;
  };
}
