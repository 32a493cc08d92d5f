/** Rows that say their number in black and white cells, decoded from the picture of a pane. */
import type { PNG } from "pngjs";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import type { OpenedItem } from "./opened-bundle.ts";
import { pixelAt } from "./read-pixels.ts";
import { PNG as Picture } from "pngjs";

const bits = 9;
const cellWidth = 20;
const stripAt = 40;

export interface SeenRow {
  number: number;
  height: number;
}

/** The picture of one surface, put together by the recipe in `capture.json` and by nothing else. */
export function rebuildSurface({ item, frames }: OpenedItem, number: number): PNG {
  const picture = pictureOf(item);
  const surface = picture?.surfaces.find((one) => one.number === number);
  if (!picture || !surface) throw new Error(`the item has no surface ${number}`);
  const page = new Picture({ width: surface.width, height: surface.height });
  const bySequence = new Map(picture.frames.map((frame, index) => [frame.sequence, frames[index]]));
  for (const { sequence, source, target } of surface.placements) {
    const frame = bySequence.get(sequence);
    if (!frame) throw new Error(`no frame ${sequence}`);
    Picture.bitblt(frame, page, source.x, source.y, source.width, source.height, target.x, target.y);
  }
  return page;
}

/** Runs of equal rows of pixels down the strip; what says no number at all (ground, gaps) is left out. */
export function decodeStrip(page: PNG, ratio = 1, offset = 0): SeenRow[] {
  const runs: (SeenRow & { until: number })[] = [];
  for (let y = 0; y < page.height; y += 1) {
    const number = numberAt(page, y, { ratio, offset });
    if (number === null) continue;
    const last = runs.at(-1);
    if (last && last.number === number && last.until === y) {
      last.height += 1;
      last.until = y + 1;
    } else runs.push({ number, height: 1, until: y + 1 });
  }
  return runs.map(({ number, height }) => ({ number, height }));
}

/** The last cell makes the number of black ones odd: a torn row decodes to nothing. */
function numberAt(page: PNG, y: number, { ratio, offset }: { ratio: number; offset: number }): number | null {
  let number = 0;
  let blackCells = 0;
  for (let bit = 0; bit <= bits; bit += 1) {
    const x = Math.round((offset + stripAt + (bit + 0.5) * cellWidth) * ratio);
    const [red, green, blue, alpha] = pixelAt(page, x, y);
    const isDark = red + green + blue === 0;
    if (alpha !== 255 || (!isDark && red + green + blue !== 765)) return null;
    if (isDark && bit < bits) number += 1 << bit;
    if (isDark) blackCells += 1;
  }
  return blackCells % 2 === 1 ? number : null;
}

/** Height of row `index` in `hostile-list.html`, in CSS pixels. */
export function listHeight(index: number): number {
  return 40 + ((index * 37) % 160);
}

export function listRows(count: number): SeenRow[] {
  return Array.from({ length: count }, (_, number) => ({ number, height: listHeight(number) }));
}
