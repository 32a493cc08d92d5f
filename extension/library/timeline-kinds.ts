/** The kinds of entries on a timeline, to look at one of them alone. */
import type { ToldKind } from "../../src/cases/timeline.ts";
import type { TimelineEntry } from "./day-groups.ts";

export const timelineKinds = ["kept", "incident", "payment", "action", "submission"] as const;
export type TimelineKind = "kept" | ToldKind;

export function kindOf(entry: TimelineEntry): TimelineKind {
  return entry.kind === "kept" ? "kept" : entry.event.entry.body.kind;
}
