/** At the end of a pane: whether more comes when one waits, as lists do that load while they are scrolled. */
import type { CaptureRun } from "../capture-run.ts";
import type { PaneProbe } from "./pane-probe.ts";
import { singleRows } from "./choose-step.ts";
import { type Heading, isAtEnd, type PaneView } from "./pane-view.ts";

const looksPerCheck = 20;

/** `reached`: nothing changed in all checks; `loader-visible`: nothing changed, but the page still promises more. */
export async function waitForMore(
  { signal, limits }: Pick<CaptureRun, "signal" | "limits">,
  probe: PaneProbe,
  heading: Heading,
): Promise<"more" | "reached" | "loader-visible"> {
  const before = signOf(probe.view(heading), heading);
  const looks = limits.endChecks * looksPerCheck;
  for (let look = 0; look < looks; look += 1) {
    await probe.wait(limits.endCheckMs / looksPerCheck, signal);
    if (signOf(probe.view(heading), heading) !== before) {
      return "more";
    }
  }
  return probe.isLoading() ? "loader-visible" : "reached";
}

/** Rows that can be told from all others in view; with fewer, others like them could have taken their place. */
const rowsToTrust = 2;

/**
 * What tells that rows came at this end. The length alone does not: at the other end new ones may come all the time.
 * Only where the rows in view are too much alike does it count as well.
 */
function signOf(view: PaneView, heading: Heading): string {
  const rows = view.rows.map(({ key, box }) => [key, Math.round(box.y), Math.round(box.height)]);
  const length = singleRows(view).length < rowsToTrust ? view.scrollHeight : null;
  return JSON.stringify([rows, isAtEnd(view, heading), length]);
}
