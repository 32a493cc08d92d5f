/** Points inside hidden boxes at which a shot is compared with what the page says is painted there. */
import type { Rectangle } from "../../base/rectangle.ts";
import { type HiddenBox, isPictureByItself } from "./hidden-box.ts";
import { mostPoints, type Point } from "./painted.ts";

/** A visible part this small shows nothing: a tracking pixel, a rounding. CSS pixels. */
const leastSide = 3;
const mostPerSide = 6;
/** Where nothing but a picture stands, every pixel is looked at anyway: the points only tell what may be there. */
const mostPerSideOfPicture = 2;
const pixelsPerPoint = 24;

type Size = Pick<Rectangle, "width" | "height">;

export interface ProbedBox {
  hidden: HiddenBox;
  /** The part of it in view, CSS pixels. */
  inView: Rectangle;
  points: Point[];
}

/** Boxes with nothing in view are left out. Where there are very many, each gets fewer points, but never none. */
export function probeBoxes(boxes: readonly HiddenBox[], window: Size): ProbedBox[] {
  const seen = boxes.flatMap((hidden) => {
    const inView = cutAt(hidden.box, window);
    return inView ? [{ hidden, inView }] : [];
  });
  const perSide = Math.min(
    mostPerSide,
    Math.max(1, Math.floor(Math.sqrt(mostPoints / Math.max(1, seen.length)))),
  );
  return seen.map(({ hidden, inView }) => {
    const most = isPictureByItself(hidden) ? mostPerSideOfPicture : mostPerSide;
    return { hidden, inView, points: gridIn(inView, Math.min(perSide, most)) };
  });
}

function cutAt(box: Rectangle, window: Size): Rectangle | null {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  const width = Math.min(window.width, box.x + box.width) - x;
  const height = Math.min(window.height, box.y + box.height) - y;
  return width < leastSide || height < leastSide ? null : { x, y, width, height };
}

function gridIn({ x, y, width, height }: Rectangle, perSide: number): Point[] {
  const columns = countFor(width, perSide);
  const rows = countFor(height, perSide);
  return Array.from({ length: columns * rows }, (_, at) => ({
    x: Math.floor(x + ((at % columns) + 0.5) * (width / columns)) + 0.5,
    y: Math.floor(y + (Math.floor(at / columns) + 0.5) * (height / rows)) + 0.5,
  }));
}

function countFor(length: number, perSide: number): number {
  return Math.min(perSide, Math.max(1, Math.round(length / pixelsPerPoint) + 1));
}
