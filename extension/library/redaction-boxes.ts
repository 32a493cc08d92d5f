/** The boxes that a person lays over a picture, in device pixels of the surface: pure steps of the editor. */
import type { Rectangle } from "../../src/base/rectangle.ts";

type Size = Pick<Rectangle, "width" | "height">;

const leastSide = 8;
const step = 8;

/** A quarter of the width in the middle of the top: seen at once, and moved from there. */
export function newBox({ width, height }: Size): Rectangle {
  return fitted(
    { x: width * 0.375, y: width * 0.05, width: width / 4, height: width / 8 },
    { width, height },
  );
}

/** From one corner to the other, in whichever order. */
export function boxBetween(
  one: { x: number; y: number },
  other: { x: number; y: number },
  within: Size,
): Rectangle {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const box = { x, y, width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
  return fitted(box, within);
}

/** Whole pixels, inside the surface, and never too small to be seen or taken hold of. */
export function fitted(box: Rectangle, within: Size): Rectangle {
  const width = between(leastSide, Math.round(box.width), within.width);
  const height = between(leastSide, Math.round(box.height), within.height);
  return {
    x: between(0, Math.round(box.x), within.width - width),
    y: between(0, Math.round(box.y), within.height - height),
    width,
    height,
  };
}

const arrows: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};

/** Null for keys that mean nothing to a box. */
export function boxAfterKey(
  box: Rectangle,
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  within: Size,
): Rectangle | null {
  const arrow = arrows[key];
  if (!arrow) return null;
  const [x, y] = arrow;
  const moved = shiftKey
    ? { ...box, width: box.width + x, height: box.height + y }
    : { ...box, x: box.x + x, y: box.y + y };
  return fitted(moved, within);
}

function between(low: number, value: number, high: number): number {
  return Math.max(Math.min(low, high), Math.min(value, Math.max(low, high)));
}
