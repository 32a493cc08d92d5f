/** What was kept and what people wrote down, by local day, newest first. */
import type { ToldEvent } from "../../src/cases/timeline.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { clockWords, dayKey } from "../interface/date-wording.ts";

export type TimelineEntry = { kind: "kept"; stored: StoredItem } | { kind: "told"; event: ToldEvent };

export interface DayGroup {
  /** `2026-11-21`; null for what nobody knows the day of, which comes last. */
  day: string | null;
  entries: TimelineEntry[];
}

export function dayGroups(items: readonly StoredItem[], events: readonly ToldEvent[]): DayGroup[] {
  const groups = new Map<string | null, TimelineEntry[]>();
  for (const entry of inOrder(items, events)) {
    const day = dayOf(entry);
    groups.set(day, [...(groups.get(day) ?? []), entry]);
  }
  return [...groups]
    .map(([day, entries]) => ({ day, entries }))
    .sort((one, other) => (other.day ?? "").localeCompare(one.day ?? ""));
}

/** So many entries are read at once; of a longer timeline the older days are folded. */
const mostOpen = 30;

/** Days that are shown whole: all of a short timeline, else the newest, and at least one. */
export function openDays(groups: readonly DayGroup[]): ReadonlySet<DayGroup["day"]> {
  const open = new Set<DayGroup["day"]>();
  let shown = 0;
  for (const { day, entries } of groups) {
    shown += entries.length;
    if (shown > mostOpen && open.size > 0) break;
    open.add(day);
  }
  return open;
}

/** Whether there is more than is read at once. */
export function isLong(groups: readonly DayGroup[]): boolean {
  return groups.reduce((sum, { entries }) => sum + entries.length, 0) > mostOpen;
}

/**
 * Items by their number, which counts what was kept one after the other: a clock may have been moved. A person's own
 * words go before the first item of their day that is not later than they are.
 */
function inOrder(items: readonly StoredItem[], events: readonly ToldEvent[]): TimelineEntry[] {
  const newestFirst = items.toSorted((one, other) => other.item.number - one.item.number);
  const entries: TimelineEntry[] = newestFirst.map((stored) => ({ kind: "kept", stored }));
  for (const event of events) {
    const { day, clock } = event.time;
    const told: TimelineEntry = { kind: "told", event };
    const place = entries.findIndex((entry) => dayOf(entry) === day && clockOf(entry) <= (clock ?? ""));
    entries.splice(place < 0 ? entries.length : place, 0, told);
  }
  return entries;
}

function dayOf(entry: TimelineEntry): string | null {
  return entry.kind === "kept" ? dayKey(entry.stored.item.startedAt) : entry.event.time.day;
}

function clockOf(entry: TimelineEntry): string {
  return entry.kind === "kept" ? clockWords(entry.stored.item.startedAt) : (entry.event.time.clock ?? "");
}
