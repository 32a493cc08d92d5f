/** What reader and writer share of the PNG specification (W3C, third edition): signature, chunks, the one form we use. */
import { Failure } from "../../base/failure.ts";

export const pngSignature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Length, type and CRC around the content of a chunk (5.3). */
export const chunkFrameBytes = 12;

/** Colour types (11.2.1) by bytes a pixel; eight bits a sample. */
export const colourTypes = { 2: 3, 6: 4 } as const;

/** A frame of the largest screen there is has about 33 megapixels (7680 by 4320). */
export const largestPixels = 40_000_000;
export const longestSide = 65_535;

/** Writers make chunks of 8 KiB and more: the largest picture has about 13,000. */
export const mostChunks = 65_536;

export function pngRefused(reason: string, cause?: unknown): Failure {
  return new Failure("picture-unreadable", `PNG: ${reason}`, cause === undefined ? {} : { cause });
}
