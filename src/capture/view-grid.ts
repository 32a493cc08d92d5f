/** The grid of points at which two looks at the window are compared: tells that something moved, and is no evidence. */
import type { Rectangle } from "../base/rectangle.ts";

export const gridColumns = 6;
export const gridRows = 8;
/** Hexadecimal letters a point has in a digest. */
export const lettersPerPoint = 4;
/** CSS pixels around a moving box in which nothing is compared: shadows, rounding, the way it went since. */
const marginOfMoving = 4;

interface GridView {
  innerWidth: number;
  innerHeight: number;
  viewDigest: string;
  moving: readonly Rectangle[];
}

export interface GridPoint {
  x: number;
  y: number;
}

/** CSS pixels in the window, row by row. */
export function gridPoints({
  innerWidth,
  innerHeight,
}: Pick<GridView, "innerWidth" | "innerHeight">): GridPoint[] {
  return Array.from({ length: gridRows * gridColumns }, (_, index) => ({
    x: (((index % gridColumns) + 0.5) * innerWidth) / gridColumns,
    y: ((Math.floor(index / gridColumns) + 0.5) * innerHeight) / gridRows,
  }));
}

/** Whether the same things stand at every point that lies in no moving box, neither then nor now. */
export function isSameGrid(before: GridView, after: GridView): boolean {
  if (before.viewDigest === after.viewDigest) return true;
  if (before.viewDigest.length !== after.viewDigest.length) return false;
  const moving = [...before.moving, ...after.moving];
  return gridPoints(before).every(
    (point, index) =>
      letters(before, index) === letters(after, index) || moving.some((box) => isNear(point, box)),
  );
}

function letters({ viewDigest }: GridView, index: number): string {
  return viewDigest.slice(index * lettersPerPoint, (index + 1) * lettersPerPoint);
}

function isNear({ x, y }: GridPoint, box: Rectangle): boolean {
  return (
    x >= box.x - marginOfMoving &&
    x <= box.x + box.width + marginOfMoving &&
    y >= box.y - marginOfMoving &&
    y <= box.y + box.height + marginOfMoving
  );
}
