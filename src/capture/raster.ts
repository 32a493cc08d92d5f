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
