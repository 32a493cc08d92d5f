/** What a pane says of its own length, beside what was seen of it. */
import type { Frame } from "../frame.ts";
import type { CrossCount } from "../proof.ts";
import { followPane, framesByPane, type PaneFrame } from "./follow-pane.ts";
import { makeTranscript } from "./transcript.ts";

/** One count a pane at most: what it stated last, since lists that load while they are scrolled grow. */
export function paneCounts(frames: readonly Frame[]): CrossCount[] {
  return framesByPane(frames).flatMap(([surface, shown]) => countOf(surface, shown));
}

function countOf(surface: number, frames: readonly PaneFrame[]): CrossCount[] {
  const last = frames.toSorted((one, other) => one.sequence - other.sequence).at(-1);
  const source = last?.pane.statedBy;
  const stated = source === "aria-posinset" ? highest(frames) : (last?.pane.statedRows ?? null);
  if (stated === null) return [];
  const { rows } = makeTranscript(followPane(frames));
  return [{ surface, source: source ?? "aria-setsize", stated, seen: rows.length }];
}

/** Places in a list: the last row has the highest, in whatever frame it was. */
function highest(frames: readonly PaneFrame[]): number {
  return Math.max(...frames.map(({ pane }) => pane.statedRows ?? 0));
}
