/** Items by the local day they were kept on, newest first. */
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { dayKey } from "../interface/date-wording.ts";

export interface DayGroup {
  /** `2026-11-21`. */
  day: string;
  items: StoredItem[];
}

export function dayGroups(items: readonly StoredItem[]): DayGroup[] {
  const groups = new Map<string, StoredItem[]>();
  for (const stored of newestFirst(items)) {
    const day = dayKey(stored.item.startedAt);
    groups.set(day, [...(groups.get(day) ?? []), stored]);
  }
  return [...groups]
    .map(([day, inDay]) => ({ day, items: inDay }))
    .sort((one, other) => other.day.localeCompare(one.day));
}

/** The number counts what was kept one after the other; a clock may have been moved. */
function newestFirst(items: readonly StoredItem[]): StoredItem[] {
  return items.toSorted((one, other) => other.item.number - one.item.number);
}
