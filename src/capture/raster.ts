/** Decoded pixels: three bytes each, red, green, blue, row by row from the top. */
import { equalBytes } from "../base/equal-bytes.ts";
import type { PictureRoom } from "./png/vectors/picture-room.ts";

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Only for this moment: those in a room move when it grows. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** Where in `pixels` the first row begins, and how far it is from there to the next. */
  readonly start: number;
  readonly stride: number;
  /** Where it lies beside others; null where its pixels are its own. */
  readonly room: PictureRoom | null;
}

export const bytesPerPixel = 3;

export interface RasterMeans {
  /**
   * What nobody needs any more. Its pixels are used again where they are as many: a long capture goes through gigabytes
   * of them, faster than a busy thread collects what is thrown away.
   */
  spare?: Raster | null | undefined;
  /** Where it should lie; it lies by itself where there is no room. */
  room?: PictureRoom | null | undefined;
}

/** All black. */
export function emptyRaster(
  width: number,
  height: number,
  { spare = null, room = null }: RasterMeans = {},
): Raster {
  if (spare) giveBack(spare);
  const length = width * height * bytesPerPixel;
  const placed = room?.place(width, height, width * bytesPerPixel);
  if (placed) {
    placed.pixels.fill(0, placed.start, placed.start + length);
    return placed;
  }
  if (spare?.room === null && spare.pixels.length === length)
    return rasterOf(width, height, spare.pixels.fill(0));
  return rasterOf(width, height, new Uint8Array(length));
}

/** Nobody may look at it afterwards. */
export function giveBack(raster: Raster): void {
  raster.room?.giveBack(raster);
}

/** Of pixels that lie side by side, by themselves. */
export function rasterOf(width: number, height: number, pixels: Uint8Array<ArrayBuffer>): Raster {
  return { width, height, pixels, start: 0, stride: width * bytesPerPixel, room: null };
}

/** Where in `pixels` a pixel begins. */
export function placeOf({ start, stride }: Raster, x: number, y: number): number {
  return start + y * stride + x * bytesPerPixel;
}

export function* rowsOf({ width, height, pixels, start, stride }: Raster): Generator<Uint8Array> {
  const length = width * bytesPerPixel;
  for (let y = 0, at = start; y < height; y += 1, at += stride) yield pixels.subarray(at, at + length);
}

/** A corner of a part of a picture. */
export interface Corner {
  raster: Raster;
  x: number;
  y: number;
}

export interface PartSize {
  width: number;
  height: number;
}

export function copyPart(to: Corner, from: Corner, { width, height }: PartSize): void {
  const length = width * bytesPerPixel;
  const [into, outOf] = [to.raster.pixels, from.raster.pixels];
  for (let row = 0; row < height; row += 1) {
    const at = placeOf(from.raster, from.x, from.y + row);
    const target = placeOf(to.raster, to.x, to.y + row);
    if (into === outOf) into.copyWithin(target, at, at + length);
    else into.set(outOf.subarray(at, at + length), target);
  }
}

/** How many rows of a part are the same in both, from its first on. */
export function equalRows(one: Corner, other: Corner, { width, height }: PartSize): number {
  const length = width * bytesPerPixel;
  const [at, beside] = [placeOf(one.raster, one.x, one.y), placeOf(other.raster, other.x, other.y)];
  const { room } = one.raster;
  if (room !== null && room === other.raster.room) {
    const left = { at, stride: one.raster.stride };
    return room.equalRows(left, { at: beside, stride: other.raster.stride }, { length, rows: height });
  }
  for (let row = 0; row < height; row += 1) {
    const [left, right] = [at + row * one.raster.stride, beside + row * other.raster.stride];
    const first = one.raster.pixels.subarray(left, left + length);
    if (!equalBytes(first, other.raster.pixels.subarray(right, right + length))) return row;
  }
  return height;
}
