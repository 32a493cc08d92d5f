/** Decoded pixels: three bytes each, red, green, blue, row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8Array<ArrayBuffer>;
}

export const bytesPerPixel = 3;

/**
 * All black. The pixels of `spare`, which nobody needs any more, are used again where they are as many: a long capture
 * goes through gigabytes of them, faster than a busy thread collects what is thrown away.
 */
export function emptyRaster(width: number, height: number, spare?: Raster | null): Raster {
  const length = width * height * bytesPerPixel;
  if (spare?.pixels.length === length) return { width, height, pixels: spare.pixels.fill(0) };
  return { width, height, pixels: new Uint8Array(length) };
}

export function* rowsOf({ width, pixels }: Raster): Generator<Uint8Array> {
  const stride = width * bytesPerPixel;
  for (let at = 0; at < pixels.length; at += stride) yield pixels.subarray(at, at + stride);
}
