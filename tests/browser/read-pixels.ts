/** Reads pixels of frames and of the page rebuilt from them. */
import { PNG } from "pngjs";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import type { OpenedItem } from "./opened-bundle.ts";
import { markerColour } from "./page-server.ts";

/** The whole page, put together by the recipe in `capture.json` and by nothing else. */
export function rebuildPage({ item, frames }: OpenedItem): PNG {
  const picture = pictureOf(item);
  const surface = picture?.surfaces[0];
  if (!surface) throw new Error("the item has no picture");
  const { width, height, placements } = surface;
  const page = new PNG({ width, height });
  const bySequence = new Map(picture.frames.map((frame, index) => [frame.sequence, frames[index]]));
  for (const { sequence, source, target } of placements) {
    const frame = bySequence.get(sequence);
    if (!frame) throw new Error(`no frame ${sequence}`);
    PNG.bitblt(frame, page, source.x, source.y, source.width, source.height, target.x, target.y);
  }
  return page;
}

/** The whole page as its strips show it, one below the other. */
export function joinTiles(tiles: readonly PNG[]): PNG {
  const height = tiles.reduce((sum, tile) => sum + tile.height, 0);
  const page = new PNG({ width: tiles[0]?.width ?? 1, height });
  let top = 0;
  for (const tile of tiles) {
    PNG.bitblt(tile, page, 0, 0, tile.width, tile.height, 0, top);
    top += tile.height;
  }
  return page;
}

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

export function pixelAt(picture: PNG, x: number, y: number): Pixel {
  const at = (y * picture.width + x) * 4;
  const [red = 0, green = 0, blue = 0, alpha = 0] = picture.data.subarray(at, at + 4);
  return [red, green, blue, alpha];
}

/** How many pixels are near the colour that only pictures have. */
export function markerPixels(picture: PNG): number {
  let count = 0;
  for (let at = 0; at < picture.data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = picture.data.subarray(at, at + 3);
    const isNear =
      markerColour.red - red < 40 && green - markerColour.green < 40 && markerColour.blue - blue < 40;
    if (isNear) count += 1;
  }
  return count;
}
