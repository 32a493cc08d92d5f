/** Decoded pixels: three bytes each, red, green, blue, row by row from the top. */
export interface Raster {
  width: number;
  height: number;
  pixels: Uint8Array<ArrayBuffer>;
}

export const bytesPerPixel = 3;

export function emptyRaster(width: number, height: number): Raster {
  return { width, height, pixels: new Uint8Array(width * height * bytesPerPixel) };
}

export function* rowsOf({ width, pixels }: Raster): Generator<Uint8Array> {
  const stride = width * bytesPerPixel;
  for (let at = 0; at < pixels.length; at += stride) yield pixels.subarray(at, at + stride);
}
