/** Finds where one colour stands in a column of a picture. */
import type { PNG } from "pngjs";
import { pixelAt } from "./read-pixels.ts";

interface Place {
  y: number;
  colour: readonly [red: number, green: number, blue: number];
}

export function isColour(page: PNG, x: number, { y, colour }: Place): boolean {
  const [red, green, blue] = pixelAt(page, x, y);
  return red === colour[0] && green === colour[1] && blue === colour[2];
}

export interface Run {
  y: number;
  height: number;
}

/** Stretches of rows from 0 to `height` that are in. */
export function runsOf(height: number, isIn: (y: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y += 1) {
    if (!isIn(y)) continue;
    const last = runs.at(-1);
    if (last && last.y + last.height === y) last.height += 1;
    else runs.push({ y, height: 1 });
  }
  return runs;
}
