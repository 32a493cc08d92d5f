/** Finds what stands in front of a scroller without being part of it, e.g. the button that leads back to the end. */
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { paneViewLimits } from "../../../src/capture/pane/pane-view.ts";
import { drawnAt, drawnParent, isDrawnIn } from "./flat-tree.ts";

/** CSS pixels between two points that are looked at: less than any button is wide. */
const grid = 28;
const mostPoints = 1_200;
/** What covers more than this share is a wall in front of the pane: it stays in the picture. */
const wallShare = 0.25;

export function findCovers(scroller: Element, clip: Rectangle): Rectangle[] {
  const covers = new Map<Element, Rectangle>();
  for (const { x, y } of pointsIn(clip)) {
    const hit = drawnAt(x, y);
    if (!hit || isDrawnIn(hit, scroller) || isDrawnIn(scroller, hit)) continue;
    const cover = wholeOf(hit, scroller, clip);
    const box = boxIn(cover, clip);
    if (box) covers.set(cover, box);
  }
  return [...covers.values()].slice(0, paneViewLimits.covers);
}

function pointsIn(clip: Rectangle): { x: number; y: number }[] {
  const columns = Math.max(1, Math.floor(clip.width / grid));
  const rows = Math.max(1, Math.floor(Math.min(clip.height / grid, mostPoints / columns)));
  return Array.from({ length: columns * rows }, (_, index) => ({
    x: clip.x + (((index % columns) + 0.5) * clip.width) / columns,
    y: clip.y + ((Math.floor(index / columns) + 0.5) * clip.height) / rows,
  }));
}

/** The largest thing the hit element belongs to that neither holds the scroller nor is a wall. */
function wholeOf(hit: Element, scroller: Element, clip: Rectangle): Element {
  let whole = hit;
  for (let at = drawnParent(hit); at && !isDrawnIn(scroller, at); at = drawnParent(at)) {
    const box = boxIn(at, clip);
    if (!box || box.width * box.height > clip.width * clip.height * wallShare) break;
    whole = at;
  }
  return whole;
}

function boxIn(element: Element, clip: Rectangle): Rectangle | null {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const x = Math.max(left, clip.x);
  const y = Math.max(top, clip.y);
  const width = Math.min(right, clip.x + clip.width) - x;
  const height = Math.min(bottom, clip.y + clip.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
