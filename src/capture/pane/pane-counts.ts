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
  const stated = last?.pane.statedRows ?? null;
  if (stated === null) return [];
  const { rows } = makeTranscript(followPane(frames));
  return [{ surface, source: "aria-setsize", stated, seen: rows.length }];
}
