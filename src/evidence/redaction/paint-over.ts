/** Paints boxes of a decoded picture over, so that nothing of what was there is left in its pixels. */
import type { Rectangle } from "../../base/rectangle.ts";
import { placeOf, type Raster } from "../../capture/raster.ts";

/** One flat colour: it must not tell by its shade what it covers. */
export const coverShade = 0x3c;

/** Changes the raster. Device pixels; a box that begins or ends within a pixel covers all of it. */
export function paintOver(raster: Raster, boxes: readonly Rectangle[]): void {
  for (const box of boxes) {
    const left = Math.max(0, Math.floor(box.x));
    const top = Math.max(0, Math.floor(box.y));
    const right = Math.min(raster.width, Math.ceil(box.x + box.width));
    const bottom = Math.min(raster.height, Math.ceil(box.y + box.height));
    for (let y = top; y < bottom && left < right; y += 1) {
      raster.pixels.fill(coverShade, placeOf(raster, left, y), placeOf(raster, right, y));
    }
  }
}
