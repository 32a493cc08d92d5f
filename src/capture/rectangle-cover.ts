/** Rectangles cut out of one another: what a frame adds, and what no frame shows. */
import type { Rectangle } from "../base/rectangle.ts";

/** The parts of `whole` outside `cut`: at most four, none overlapping. */
function without(whole: Rectangle, cut: Rectangle): Rectangle[] {
  const left = Math.max(whole.x, cut.x);
  const top = Math.max(whole.y, cut.y);
  const right = Math.min(whole.x + whole.width, cut.x + cut.width);
  const bottom = Math.min(whole.y + whole.height, cut.y + cut.height);
  if (left >= right || top >= bottom) return [whole];
  const parts = [
    { x: whole.x, y: whole.y, width: whole.width, height: top - whole.y },
    { x: whole.x, y: top, width: left - whole.x, height: bottom - top },
    { x: right, y: top, width: whole.x + whole.width - right, height: bottom - top },
    { x: whole.x, y: bottom, width: whole.width, height: whole.y + whole.height - bottom },
  ];
  return parts.filter((part) => part.width > 0 && part.height > 0);
}

/** The parts of `whole` that none of `covers` covers. */
export function uncovered(whole: Rectangle, covers: readonly Rectangle[]): Rectangle[] {
  let parts = whole.width > 0 && whole.height > 0 ? [whole] : [];
  for (const cover of covers) parts = parts.flatMap((part) => without(part, cover));
  return parts;
}
