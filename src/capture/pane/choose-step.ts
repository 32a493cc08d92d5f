/** How far to scroll a pane before the next frame: as far as two rows that cannot be mistaken stay in view, if only in part. */
import type { Rectangle } from "../../base/rectangle.ts";
import { seenRows } from "./align-views.ts";
import type { Heading, PaneView } from "./pane-view.ts";
import type { SeenRow } from "./row-anchors.ts";

/** Shares of the clip's height. */
export const paneSteps = { usual: 0.6, longest: 0.9, shortest: 0.15 } as const;

const rowsToShare = 2;
/** CSS pixels of a shared row that stay in view at least: a list may move its rows a little meanwhile. */
const margin = 24;
/** What covers more of the clip than this leaves nothing to plan with. */
const mostCovered = 0.5;

/** CSS pixels, always positive. */
export function chooseStep(view: PaneView, heading: Heading): number {
  const { height } = view.clip;
  const shared = lengthShared(view, heading);
  const step =
    shared === null ? height * paneSteps.usual : height - Math.max(shared, coveredLength(view)) - margin;
  const least = height * paneSteps.shortest;
  return Math.floor(Math.max(least, Math.min(step, height * paneSteps.longest)));
}

/** From the edge in the direction of travel: the length that reaches enough single rows. Null where there are none. */
function lengthShared(view: PaneView, heading: Heading): number | null {
  const { height } = view.clip;
  const depths = singleRows(view).map(({ top, bottom }) =>
    Math.max(0, heading === "up" ? top : height - bottom),
  );
  return depths.toSorted((one, other) => one - other)[rowsToShare - 1] ?? null;
}

/** Rows that can be told from all others in view. */
export function singleRows(view: PaneView): SeenRow[] {
  const rows = seenRows(view, true);
  const times = new Map<string, number>();
  for (const { key } of rows) times.set(key, (times.get(key) ?? 0) + 1);
  return rows.filter(({ key }) => times.get(key) === 1);
}

/** What lies under a cover in one frame must be free in the next: covers at both edges add up. */
function coveredLength({ clip, covers }: PaneView): number {
  const middle = clip.y + clip.height / 2;
  const above = Math.max(
    0,
    ...covers.filter((box) => centreOf(box) < middle).map((box) => box.y + box.height - clip.y),
  );
  const below = Math.max(
    0,
    ...covers.filter((box) => centreOf(box) >= middle).map((box) => clip.y + clip.height - box.y),
  );
  return above + below > clip.height * mostCovered ? 0 : above + below;
}

function centreOf({ y, height }: Rectangle): number {
  return y + height / 2;
}
