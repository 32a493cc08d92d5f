/** Takes a PNG file apart into its header and its compressed pixels, and holds every chunk to its CRC. */
import { crc32 } from "../../base/crc32.ts";
import {
  chunkFrameBytes,
  colourTypes,
  largestPixels,
  longestSide,
  mostChunks,
  pngRefused,
  pngSignature,
} from "./png-form.ts";

export interface PngParts {
  width: number;
  height: number;
  /** 3 for RGB, 4 for RGB with alpha. */
  channels: 3 | 4;
  /** The pieces of one zlib stream, in order. */
  compressed: Uint8Array<ArrayBuffer>[];
}

/** @throws Failure `picture-unreadable` for whatever is no RGB or RGBA picture of 8 bits, whole and not interlaced */
export function readChunks(bytes: Uint8Array<ArrayBuffer>): PngParts {
  if (pngSignature.some((byte, index) => bytes[index] !== byte)) throw pngRefused("no PNG signature");
  let header: Omit<PngParts, "compressed"> | null = null;
  const compressed: Uint8Array<ArrayBuffer>[] = [];
  for (const { type, content } of chunksOf(bytes)) {
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

interface Chunk {
  type: string;
  content: Uint8Array<ArrayBuffer>;
}

function* chunksOf(bytes: Uint8Array<ArrayBuffer>): Generator<Chunk> {
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
function isCritical(type: string): boolean {
  return type.charCodeAt(0) < 0x61;
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
