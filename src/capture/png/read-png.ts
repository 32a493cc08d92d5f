/** Reads a PNG row by row, with no more in memory than what came out of the inflater last and what the caller keeps. */
import { Failure } from "../../base/failure.ts";
import { emptyRaster, type Raster } from "../raster.ts";
import { type Inflate, inflateInPieces } from "./inflate.ts";
import { pngRefused } from "./png-form.ts";
import { type PngParts, readChunks } from "./read-chunks.ts";
import { type OnRow, RowReader } from "./row-reader.ts";

/**
 * Eight bits a sample, RGB or RGBA that hides nothing, not interlaced: what browsers give and what we write.
 * @throws Failure `picture-unreadable` for everything else, and for what is torn, too large or not as its CRC says
 */
export async function readPngRows(
  bytes: Uint8Array<ArrayBuffer>,
  onRow: OnRow,
  inflate: Inflate = inflateInPieces,
): Promise<{ width: number; height: number }> {
  const parts = readChunks(bytes);
  await readRows(parts, onRow, inflate);
  return { width: parts.width, height: parts.height };
}

export interface PngReading {
  /** Whose buffer is used again where it fits. */
  spare?: Raster | null;
  inflate?: Inflate | undefined;
}

/** The whole picture. @throws Failure `picture-unreadable` */
export async function readPng(bytes: Uint8Array<ArrayBuffer>, means: PngReading = {}): Promise<Raster> {
  const { spare = null, inflate = inflateInPieces } = means;
  const parts = readChunks(bytes);
  const raster = emptyRaster(parts.width, parts.height, spare);
  const stride = raster.pixels.length / parts.height;
  await readRows(parts, (row, y) => raster.pixels.set(row, y * stride), inflate);
  return raster;
}

async function readRows(parts: PngParts, onRow: OnRow, inflate: Inflate): Promise<void> {
  const { width, height, channels, compressed } = parts;
  const rows = new RowReader(parts, onRow);
  try {
    for await (const piece of inflate(compressed, (1 + width * channels) * height)) rows.take(piece);
  } catch (cause) {
    throw cause instanceof Failure ? cause : pngRefused("its pixels cannot be read", cause);
  }
  rows.end();
}
