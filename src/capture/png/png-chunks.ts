/** Takes a PNG file apart into its chunks, and holds each to its CRC (PNG specification, 5.3). */
import { crc32 as ourCrc32 } from "../../base/crc32.ts";
import type { Crc32 } from "../../base/fast-crc32.ts";
import { chunkFrameBytes, pngRefused, pngSignature } from "./png-form.ts";

export interface PngChunk {
  type: string;
  content: Uint8Array<ArrayBuffer>;
}

/** In their order, from the first to the end of the file. @throws Failure `picture-unreadable` for what is torn or false */
export function* pngChunks(bytes: Uint8Array<ArrayBuffer>, crc32: Crc32 = ourCrc32): Generator<PngChunk> {
  if (pngSignature.some((byte, index) => bytes[index] !== byte)) throw pngRefused("no PNG signature");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let offset = pngSignature.length;
  for (let type = ""; type !== "IEND"; ) {
    if (offset + chunkFrameBytes > bytes.length) throw pngRefused("it ends in the middle");
    const length = view.getUint32(offset);
    const end = offset + chunkFrameBytes + length;
    if (end > bytes.length) throw pngRefused("a chunk ends behind the file");
    const checked = bytes.subarray(offset + 4, end - 4);
    if (crc32(checked) !== view.getUint32(end - 4)) throw pngRefused("a chunk is not what its CRC says");
    type = String.fromCharCode(...checked.subarray(0, 4));
    yield { type, content: checked.subarray(4) };
    offset = end;
  }
  if (offset !== bytes.length) throw pngRefused("something stands behind its end");
}

/** Bit 5 of the first letter (5.4): a reader may not pass over a chunk it does not know. */
export function isCritical(type: string): boolean {
  return type.charCodeAt(0) < 0x61;
}
