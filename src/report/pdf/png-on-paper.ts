/** A PNG of whatever colours as a PDF carries it: its packed pixels as they are, and what they mean. */
import { isCritical, pngChunks } from "../../capture/png/png-chunks.ts";
import { largestPixels, longestSide, mostChunks } from "../../capture/png/png-form.ts";
import type { ImageForm, PaperColours } from "./image-form.ts";

export interface PngOnPaper {
  form: ImageForm;
  /** The pieces of one zlib stream, in order. */
  compressed: Uint8Array<ArrayBuffer>[];
}

interface PngColours {
  width: number;
  height: number;
  bits: number;
  colourType: number;
  /** Red, green and blue of each entry. */
  palette: Uint8Array | null;
  /** What the file says of alpha beside its pixels (11.3.2.1). */
  alpha: Uint8Array | null;
}

/** Null for what is torn, too large, interlaced, or would have to be decoded first. */
export function pngOnPaper(bytes: Uint8Array<ArrayBuffer>): PngOnPaper | null {
  try {
    const read = readColours(bytes);
    const colours = read && coloursOf(read);
    if (!read || colours === null) return null;
    const { width, height, bits, compressed } = read;
    return { form: { width, height, bits, colours, packed: "png" }, compressed };
  } catch {
    return null;
  }
}

function readColours(bytes: Uint8Array<ArrayBuffer>): (PngColours & Pick<PngOnPaper, "compressed">) | null {
  const found = new Map<string, Uint8Array>();
  const compressed: PngOnPaper["compressed"] = [];
  for (const { type, content } of pngChunks(bytes)) {
    if ((found.size === 0) !== (type === "IHDR")) return null;
    if (type === "IDAT") compressed.push(content);
    else if (type === "IHDR" || type === "PLTE" || type === "tRNS") {
      // Said twice or behind the pixels, each reader would take another one.
      if (found.has(type) || compressed.length > 0) return null;
      found.set(type, content);
    } else if (isCritical(type) && type !== "IEND") return null;
  }
  const head = readHeader(found.get("IHDR"));
  if (!head || compressed.length === 0 || compressed.length > mostChunks) return null;
  return { ...head, palette: found.get("PLTE") ?? null, alpha: found.get("tRNS") ?? null, compressed };
}

/** By colour type (11.2.1): how many bits a sample may have. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

function readHeader(
  content?: Uint8Array,
): Pick<PngColours, "width" | "height" | "bits" | "colourType"> | null {
  if (content?.length !== 13) return null;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bits = 0, colourType = 0, ...methods] = content.subarray(8);
  const isOfSize =
    width > 0 && height > 0 && Math.max(width, height) <= longestSide && width * height <= largestPixels;
  const isPlain = depths[colourType]?.includes(bits) && methods.every((method) => method === 0);
  return isOfSize && isPlain ? { width, height, bits, colourType } : null;
}

function coloursOf(read: PngColours): PaperColours | null {
  const { colourType, alpha } = read;
  if (colourType === 3) return palette(read);
  if (colourType === 0) return alpha === null ? "grey" : greys(read);
  if (alpha !== null) return null;
  return ({ 2: "rgb", 4: "grey-alpha", 6: "rgb-alpha" } as const)[colourType] ?? null;
}

function palette({ palette: entries, alpha, bits }: PngColours): Uint8Array | null {
  if (!entries || entries.length === 0 || entries.length % 3 !== 0) return null;
  if (entries.length / 3 > 2 ** bits || (alpha?.length ?? 0) > entries.length / 3) return null;
  return entries.map((value, at) => onWhite(value, alpha?.[Math.floor(at / 3)] ?? 0xff));
}

/** Grey in which one shade is not there: the shades as a palette, that one white. */
function greys({ alpha, bits }: PngColours): Uint8Array | null {
  if (alpha?.length !== 2 || bits === 16) return null;
  const clear = ((alpha[0] ?? 0) << 8) + (alpha[1] ?? 0);
  const shades = Array.from({ length: 2 ** bits }, (_, shade) =>
    shade === clear ? 0xff : (shade * 0xff) / (2 ** bits - 1),
  );
  return new Uint8Array(shades.flatMap((shade) => [shade, shade, shade]));
}

function onWhite(value: number, alpha: number): number {
  return Math.round((value * alpha + 0xff * (0xff - alpha)) / 0xff);
}
