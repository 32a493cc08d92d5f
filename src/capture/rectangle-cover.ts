/** Rectangles cut out of one another: what a frame adds, and what no frame shows. */
import type { Rectangle } from "../base/rectangle.ts";

/** What both share; null when that is nothing. */
export function intersection(one: Rectangle, other: Rectangle): Rectangle | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/** What both lists share, part by part. */
export function intersections(parts: readonly Rectangle[], other: Rectangle): Rectangle[] {
  return parts.flatMap((part) => intersection(part, other) ?? []);
}

/** The parts of `whole` outside `cut`: at most four, none overlapping. */
function without(whole: Rectangle, cut: Rectangle): Rectangle[] {
  const shared = intersection(whole, cut);
  if (!shared) return [whole];
  const right = shared.x + shared.width;
  const bottom = shared.y + shared.height;
  const parts = [
    { x: whole.x, y: whole.y, width: whole.width, height: shared.y - whole.y },
    { x: whole.x, y: shared.y, width: shared.x - whole.x, height: shared.height },
    { x: right, y: shared.y, width: whole.x + whole.width - right, height: shared.height },
    { x: whole.x, y: bottom, width: whole.width, height: whole.y + whole.height - bottom },
  ];
  return parts.filter((part) => part.width > 0 && part.height > 0);
}

/** The parts of `whole` that none of `covers` covers. */
export function uncovered(whole: Rectangle, covers: readonly Rectangle[]): Rectangle[] {
  return allUncovered(whole.width > 0 && whole.height > 0 ? [whole] : [], covers);
}

/** The parts of all `wholes` that none of `covers` covers. */
export function allUncovered(wholes: readonly Rectangle[], covers: readonly Rectangle[]): Rectangle[] {
  let parts = [...wholes];
  for (const cover of covers) parts = parts.flatMap((part) => without(part, cover));
  return parts;
}

export function areaOf(rectangles: readonly Rectangle[]): number {
  return rectangles.reduce((sum, { width, height }) => sum + width * height, 0);
}
