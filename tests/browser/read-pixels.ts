/** Reads pixels of frames and of the page rebuilt from them. */
import { PNG } from "pngjs";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import type { OpenedItem } from "./opened-bundle.ts";
import { markerColour } from "./page-server.ts";

let lastRebuilt: { of: OpenedItem; page: PNG } | null = null;

/**
 * The whole page, put together by the recipe in `capture.json` and by nothing else. Nobody may paint on it: asked again
 * about the same item, it is the same.
 */
export function rebuildPage(of: OpenedItem): PNG {
  if (lastRebuilt?.of !== of) lastRebuilt = { of, page: rebuilt(of) };
  return lastRebuilt.page;
}

function rebuilt({ item, frames }: OpenedItem): PNG {
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
  const { data, width } = picture;
  const at = (y * width + x) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
}

/** How many pixels are near the colour that only pictures have. */
export function markerPixels(picture: PNG): number {
  let count = 0;
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const isNear =
      markerColour.red - (data[at] ?? 0) < 40 &&
      (data[at + 1] ?? 0) - markerColour.green < 40 &&
      markerColour.blue - (data[at + 2] ?? 0) < 40;
    if (isNear) count += 1;
  }
  return count;
}
