/** Reads a PNG. Where there is room it is unpacked there by vectors, else row by row as it comes out of the inflater. */
import { Failure } from "../../base/failure.ts";
import type { Crc32 } from "../../base/fast-crc32.ts";
import { bytesPerPixel, emptyRaster, giveBack, type Raster, type RasterMeans } from "../raster.ts";
import { inflateInPieces } from "./inflate.ts";
import { pngRefused } from "./png-form.ts";
import { type PngParts, readChunks } from "./read-chunks.ts";
import { RowReader } from "./row-reader.ts";

export interface PngReading extends RasterMeans {
  /** The quickest this platform has; ours where nothing is said. */
  crc32?: Crc32 | undefined;
}

/**
 * Eight bits a sample, RGB or RGBA that hides nothing, not interlaced: what browsers give and what we write.
 * @throws Failure `picture-unreadable` for everything else, and for what is torn, too large or not as its CRC says
 */
export async function readPng(
  bytes: Uint8Array<ArrayBuffer>,
  { spare = null, room = null, crc32 }: PngReading = {},
): Promise<Raster> {
  const parts = readChunks(bytes, crc32);
  if (room && spare) giveBack(spare);
  const unpacked = room?.unpack(parts);
  if (unpacked) return unpacked;
  return await readRows(parts, emptyRaster(parts.width, parts.height, { spare }));
}

async function readRows(parts: PngParts, raster: Raster): Promise<Raster> {
  const stride = parts.width * bytesPerPixel;
  const { pixels } = raster;
  const rows = new RowReader(parts, (row, y) => pixels.set(row, y * stride));
  try {
    for await (const piece of inflateInPieces(parts.compressed)) rows.take(piece);
  } catch (cause) {
    throw cause instanceof Failure ? cause : pngRefused("its pixels cannot be read", cause);
  }
  rows.end();
  return raster;
}
