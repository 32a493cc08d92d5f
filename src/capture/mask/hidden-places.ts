/** Every hidden thing of a capture once, at its place in the page: put together from what each frame reports. */
import type { Rectangle } from "../../base/rectangle.ts";
import { z } from "../../base/schema.ts";
import type { Frame } from "../frame.ts";
import { followPane, framesByPane } from "../pane/follow-pane.ts";
import { HiddenBox } from "./hidden-box.ts";

/** `box` in CSS pixels from the top left corner of the surface. */
export const HiddenPlace = z.object({ ...HiddenBox.shape, surface: z.int().check(z.nonnegative()) });
export type HiddenPlace = z.infer<typeof HiddenPlace>;

export const mostHiddenPlaces = 5_000;

/** In the order of the frames; a list longer than it may be is cut. */
export function hiddenPlaces(frames: readonly Frame[]): HiddenPlace[] {
  const places = new Map<string, HiddenPlace>();
  const origins = paneOrigins(frames);
  for (const frame of frames) {
    const origin = origins.get(frame.sequence) ?? documentOrigin(frame);
    for (const hidden of frame.census.hidden ?? []) {
      if (isRepeated(frame, hidden.box) || isBesidePane(frame, hidden.box)) continue;
      const place = { ...hidden, box: moved(hidden.box, origin), surface: frame.surface };
      places.set(keyOf(place), place);
    }
  }
  return [...places.values()].slice(0, mostHiddenPlaces);
}

/** Where the corner of the window lies in the surface: CSS pixels to add to a place in the window. */
interface Origin {
  x: number;
  y: number;
}

function documentOrigin({ census }: Frame): Origin {
  return { x: census.scrollX - census.originX, y: census.scrollY };
}

/** Frames of panes lie where their rows say; scroll offsets are rewritten as lists please. */
function paneOrigins(frames: readonly Frame[]): Map<number, Origin> {
  const followed = framesByPane(frames).flatMap(([, shown]) =>
    followPane(shown).flatMap((segment) => segment.frames),
  );
  return new Map(
    followed.map(({ frame, x, y }) => {
      const ratio = frame.census.devicePixelRatio;
      const { clip } = frame.pane;
      return [frame.sequence, { x: x / ratio - clip.x, y: y / ratio - clip.y }];
    }),
  );
}

/** The document's own frames tell of what stands around a pane. */
function isBesidePane({ pane }: Frame, { x, y, width, height }: Rectangle): boolean {
  if (!pane) return false;
  const { clip } = pane;
  return x >= clip.x + clip.width || x + width <= clip.x || y >= clip.y + clip.height || y + height <= clip.y;
}

/** What is fixed to the window stands in every frame; the first one tells of it. */
function isRepeated({ sequence, census }: Frame, box: Rectangle): boolean {
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

function moved(box: Rectangle, { x, y }: Origin): Rectangle {
  return { x: round(box.x + x), y: round(box.y + y), width: round(box.width), height: round(box.height) };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

/** Two looks at the same box may differ by a fraction of a pixel. */
function keyOf({ kind, surface, box }: HiddenPlace): string {
  return [kind, surface, ...[box.x, box.y, box.width, box.height].map(Math.round)].join(" ");
}
