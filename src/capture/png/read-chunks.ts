/** Takes a PNG of the one form we read into its header and its compressed pixels. */
import type { Crc32 } from "../../base/fast-crc32.ts";
import { isCritical, pngChunks } from "./png-chunks.ts";
import { colourTypes, largestPixels, longestSide, mostChunks, pngRefused } from "./png-form.ts";

export interface PngParts {
  width: number;
  height: number;
  /** 3 for RGB, 4 for RGB with alpha. */
  channels: 3 | 4;
  /** The pieces of one zlib stream, in order. */
  compressed: Uint8Array<ArrayBuffer>[];
}

/** @throws Failure `picture-unreadable` for whatever is no RGB or RGBA picture of 8 bits, whole and not interlaced */
export function readChunks(bytes: Uint8Array<ArrayBuffer>, crc32?: Crc32): PngParts {
  let header: Omit<PngParts, "compressed"> | null = null;
  const compressed: Uint8Array<ArrayBuffer>[] = [];
  for (const { type, content } of pngChunks(bytes, crc32)) {
    if ((header === null) !== (type === "IHDR")) throw pngRefused("the header is not the first chunk");
    if (type === "IHDR") header = readHeader(content);
    else if (type === "IDAT" && compressed.length === mostChunks) throw pngRefused("in too many pieces");
    else if (type === "IDAT") compressed.push(content);
    else if (type === "PLTE" || type === "tRNS") throw pngRefused(`a ${type} chunk beside true colour`);
    else if (isCritical(type) && type !== "IEND") throw pngRefused(`an unknown chunk ${type}`);
  }
  if (header === null || compressed.length === 0) throw pngRefused("no pixels");
  return { ...header, compressed };
}

function readHeader(content: Uint8Array): Omit<PngParts, "compressed"> {
  if (content.length !== 13) throw pngRefused("a header of the wrong length");
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bitDepth, colourType, compression, filter, interlace] = content.subarray(8);
  if (width === 0 || height === 0 || Math.max(width, height) > longestSide || width * height > largestPixels)
    throw pngRefused(`${width} by ${height} pixels`);
  if (bitDepth !== 8 || (colourType !== 2 && colourType !== 6))
    throw pngRefused(`colour type ${colourType} of ${bitDepth} bits`);
  if (compression !== 0 || filter !== 0 || interlace !== 0) throw pngRefused("interlaced or unknown methods");
  return { width, height, channels: colourTypes[colourType] };
}
