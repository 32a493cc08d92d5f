/** Checks that a file is one plain PNG and nothing besides: no second picture, no text, nothing behind its end. */
import { mostChunks } from "../capture/png/png-form.ts";
import { pngSize } from "../capture/png-size.ts";

/** Chunks with pixels or colour. Text, EXIF (which may hold a thumbnail) and animation frames are not among them. */
const plainChunks: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "bKGD",
  "cHRM",
  "cICP",
  "cLLI",
  "cLLi",
  "gAMA",
  "iCCP",
  "mDCV",
  "mDCv",
  "pHYs",
  "sBIT",
  "sRGB",
]);

const signatureLength = 8;
/** Length, type and CRC around the content of a chunk (PNG specification, 5.3). */
const chunkFrame = 12;

/** Width and height in pixels; null when the file is anything but one plain PNG. */
export function plainPngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const size = pngSize(bytes);
  if (!size) return null;
  const types = chunkTypes(bytes);
  const isPlain =
    types?.every((type) => plainChunks.has(type)) && types[0] === "IHDR" && types.at(-1) === "IEND";
  return isPlain ? size : null;
}

/** Bytes in all IDAT chunks together: the packed pixels, as a PDF carries them too. Only of a plain PNG. */
export function pngPixelLength(bytes: Uint8Array): number {
  return pixelParts(bytes).reduce((sum, part) => sum + part.length, 0);
}

function pixelParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  for (let offset = signatureLength; offset < bytes.length; ) {
    const length = view.getUint32(offset);
    const content = offset + 8;
    if (typeAt(bytes, offset) === "IDAT") parts.push(bytes.subarray(content, content + length));
    offset += chunkFrame + length;
  }
  return parts;
}

function typeAt(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset + 4, offset + 8));
}

/** Null when the chunks do not fill the file exactly. */
function chunkTypes(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const types: string[] = [];
  let offset = signatureLength;
  while (offset < bytes.length) {
    if (offset + chunkFrame > bytes.length || types.at(-1) === "IEND") return null;
    if (types.length === mostChunks) return null;
    types.push(typeAt(bytes, offset));
    offset += chunkFrame + view.getUint32(offset);
  }
  return offset === bytes.length ? types : null;
}
