/** How much of the window a wall in front of the page covers: it was not cut out, so a reader must know. */
import type { LaidSurface } from "./laid-frame.ts";
import { isCutOut } from "./recipe.ts";
import { areaOf } from "./rectangle-cover.ts";

/** The largest share, 0 to 1. What covers a page that does not scroll is the page itself, and counts as nothing. */
export function shareCovered({ frames }: LaidSurface): number {
  if (frames.length < 2) return 0;
  const shares = frames.flatMap((frame) =>
    frame.occluders
      .filter((occluder) => !isCutOut(frame, occluder))
      .map(({ box }) => areaOf([box]) / areaOf([frame.clip])),
  );
  return Math.max(0, ...shares);
}
