/** Every hidden thing of a capture once, at its place in the page: put together from what each frame reports. */
import type { Rectangle } from "../../base/rectangle.ts";
import { z } from "../../base/schema.ts";
import type { Frame } from "../frame.ts";
import { HiddenBox } from "./hidden-box.ts";

/** `box` in CSS pixels from the top left corner of the surface. */
export const HiddenPlace = z.object({ ...HiddenBox.shape, surface: z.int().check(z.nonnegative()) });
export type HiddenPlace = z.infer<typeof HiddenPlace>;

export const mostHiddenPlaces = 5_000;

type Looked = Pick<Frame, "sequence" | "surface" | "census" | "pane">;

/** In the order of the frames; a list longer than it may be is cut. */
export function hiddenPlaces(frames: readonly Looked[]): HiddenPlace[] {
  const places = new Map<string, HiddenPlace>();
  for (const frame of frames) {
    for (const hidden of frame.census.hidden ?? []) {
      if (isRepeated(frame, hidden.box)) continue;
      const place = { ...hidden, box: onSurface(frame, hidden.box), surface: frame.surface };
      places.set(keyOf(place), place);
    }
  }
  return [...places.values()].slice(0, mostHiddenPlaces);
}

/** What is fixed to the window stands in every frame; the first one tells of it. */
function isRepeated({ sequence, census }: Looked, box: Rectangle): boolean {
  return sequence > 0 && census.occluders.some((occluder) => holds(occluder.box, box));
}

function holds(outer: Rectangle, inner: Rectangle): boolean {
  return (
    inner.x >= outer.x - 1 &&
    inner.y >= outer.y - 1 &&
    inner.x + inner.width <= outer.x + outer.width + 1 &&
    inner.y + inner.height <= outer.y + outer.height + 1
  );
}

function onSurface({ census, pane }: Looked, box: Rectangle): Rectangle {
  const x = pane ? box.x - pane.clip.x + pane.scrollX : box.x + census.scrollX - census.originX;
  const y = pane ? box.y - pane.clip.y + pane.scrollY : box.y + census.scrollY;
  return { x: round(x), y: round(y), width: round(box.width), height: round(box.height) };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

/** Two looks at the same box may differ by a fraction of a pixel. */
function keyOf({ kind, surface, box }: HiddenPlace): string {
  return [kind, surface, ...[box.x, box.y, box.width, box.height].map(Math.round)].join(" ");
}
