/** The part of a frame in which a pane shows, in whole device pixels. */
import type { Rectangle } from "../../base/rectangle.ts";
import type { PaneFrame } from "./follow-pane.ts";

/** Only pixels that lie in the clip altogether. */
export function deviceClip({ pane: { clip }, census, width, height }: PaneFrame): Rectangle {
  const ratio = census.devicePixelRatio;
  const left = within(Math.ceil(clip.x * ratio - rounding), width);
  const top = within(Math.ceil(clip.y * ratio - rounding), height);
  const right = within(Math.floor((clip.x + clip.width) * ratio + rounding), width);
  const bottom = within(Math.floor((clip.y + clip.height) * ratio + rounding), height);
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** Sums of fractions miss whole numbers by a hair. */
const rounding = 0.01;

function within(length: number, most: number): number {
  return Math.max(0, Math.min(length, most));
}
