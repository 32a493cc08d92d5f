/** Pixels of a decoded shot by their place in the window. */
import type { Rectangle } from "../../base/rectangle.ts";
import type { Point, Rgb } from "./painted.ts";

/** A part of a shot: RGBA, row by row. */
export interface Shot {
  /** Device pixels in the shot. */
  left: number;
  top: number;
  width: number;
  height: number;
  data: Uint8ClampedArray;
  /** Device pixels to a CSS pixel. */
  ratio: number;
}

export interface CountedColours {
  total: number;
  /** By the colour as a number. */
  counts: Map<number, number>;
}

/** Larger boxes are looked at in every second row and column. */
const everyPixelBelow = 96;

export function pixelAt({ left, top, width, height, data, ratio }: Shot, { x, y }: Point): Rgb {
  const column = Math.min(width - 1, Math.floor(x * ratio) - left);
  const row = Math.min(height - 1, Math.floor(y * ratio) - top);
  const at = (row * width + column) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

export function rgbOf(colour: number): Rgb {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

/** `box` in CSS pixels. */
export function countColours(shot: Shot, box: Rectangle): CountedColours {
  const counts = new Map<number, number>();
  let total = 0;
  // Plain grounds are long runs of one colour: they are counted as runs.
  let last = -1;
  let run = 0;
  const count = () => run > 0 && counts.set(last, (counts.get(last) ?? 0) + run);
  eachPixel(shot, box, (colour) => {
    total += 1;
    if (colour === last) {
      run += 1;
      return;
    }
    count();
    last = colour;
    run = 1;
  });
  count();
  return { total, counts };
}

/** CSS points of the pixels whose colour is wanted. */
export function placesOf(shot: Shot, box: Rectangle, wanted: ReadonlySet<number>): Point[] {
  const places: Point[] = [];
  eachPixel(shot, box, (colour, x, y) => {
    if (!wanted.has(colour)) return;
    places.push({ x: (shot.left + x + 0.5) / shot.ratio, y: (shot.top + y + 0.5) / shot.ratio });
  });
  return places;
}

/** A box's outermost pixel is left out: at fractions of pixels its neighbours shine in. */
function eachPixel(
  { left: shotLeft, top: shotTop, data, width, height, ratio }: Shot,
  box: Rectangle,
  look: (colour: number, x: number, y: number) => void,
): void {
  const left = Math.max(0, Math.ceil(box.x * ratio) + 1 - shotLeft);
  const top = Math.max(0, Math.ceil(box.y * ratio) + 1 - shotTop);
  const right = Math.min(width, Math.floor((box.x + box.width) * ratio) - 1 - shotLeft);
  const bottom = Math.min(height, Math.floor((box.y + box.height) * ratio) - 1 - shotTop);
  const step = Math.min(right - left, bottom - top) < everyPixelBelow ? 1 : 2;
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      const at = (y * width + x) * 4;
      look(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0), x, y);
    }
  }
}
