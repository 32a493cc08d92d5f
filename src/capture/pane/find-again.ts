/** Looks for rows that the page pushed out of view, e.g. by putting older ones in above them without scrolling along. */
import type { CaptureRun } from "../capture-run.ts";
import { alignViews } from "./align-views.ts";
import { paneSteps } from "./choose-step.ts";
import type { PaneProbe } from "./pane-probe.ts";
import { type Heading, isAtEnd, type PaneView } from "./pane-view.ts";

/** About 24 windows: more than a page adds at once. */
const mostSteps = 40;

interface Search {
  run: Pick<CaptureRun, "signal">;
  probe: PaneProbe;
  /** The direction of the walk; what was lost lies the other way. */
  heading: Heading;
}

/** The first view that shares rows with `last`; null, and back where it began, when there is none. */
export async function findAgain({ run, probe, heading }: Search, last: PaneView): Promise<PaneView | null> {
  const back: Heading = heading === "up" ? "down" : "up";
  const begun = probe.view(heading);
  const step = Math.floor(begun.clip.height * paneSteps.usual) * (back === "down" ? 1 : -1);
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const view = probe.view(heading);
    if (alignViews(last, view).kind === "rows") return view;
    if (isAtEnd(view, back)) break;
    probe.scrollTo(view.scrollY + step);
    await probe.settle(run.signal);
  }
  probe.scrollTo(begun.scrollY);
  await probe.settle(run.signal);
  return null;
}
