/** The time a row of a pane shows, as the range it can mean: a clock without a day means none. */
import type { Moment } from "../../base/clock.ts";
import { type ChatTime, epochTime, isoTime, wallTime } from "../../chats/chat-time.ts";
import { timeOfDay, timeOfDaySource } from "../../chats/day-period.ts";
import { relativeRange } from "../../platforms/relative-time.ts";
import type { PaneRow } from "../../capture/pane/pane-view.ts";

/** `shown` is what a person sees, else what the page says to machines; empty where the row has no time. */
export function paneTime(time: PaneRow["time"], seenAt: Moment): ChatTime {
  if (!time) return { shown: "", range: null, clock: "wall" };
  const shown = (time.shown || time.machine || "").slice(0, 200);
  const found = machineTime(time.machine) ?? dayFirst(time.shown) ?? relative(time.shown, seenAt);
  return found ? { ...found, shown } : { shown, range: null, clock: "wall" };
}

function machineTime(machine: string | null): ChatTime | null {
  const text = machine?.trim() ?? "";
  const isEpoch = /^\d{10}$|^\d{13}$/.test(text);
  const read = isEpoch ? epochTime(text, text.length === 10 ? "seconds" : "milliseconds") : isoTime(text);
  return read.range ? read : null;
}

const yearFirst = new RegExp(
  String.raw`^(?<year>\d{4})[-/.年] ?(?<month>\d{1,2})[-/.月] ?(?<day>\d{1,2})日?,? ?(?:[（(][^）)]{1,4}[）)] ?)?${timeOfDaySource}$`,
  "i",
);

/** Only with the year in front: any other order could be read in two ways. */
function dayFirst(shown: string): ChatTime | null {
  const groups = yearFirst.exec(shown.trim())?.groups;
  if (!groups) return null;
  const day = {
    year: Number(groups["year"]),
    month: Number(groups["month"]),
    day: Number(groups["day"]),
  };
  const read = wallTime(shown, day, timeOfDay(groups));
  return read.range ? read : null;
}

function relative(shown: string, seenAt: Moment): ChatTime | null {
  const range = relativeRange(shown, seenAt);
  if (!range) return null;
  const from = range.earliestUtc.slice(0, -1);
  return { shown, range: { from, to: range.latestUtc.slice(0, -1) }, clock: "utc" };
}
