/** When a message was written, as far as an export says: the words as they stand, and the range they can mean. */
import { millisecondsOf, utcAfter } from "../base/clock.ts";
import { z } from "../base/schema.ts";

const moment = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/));

export const ChatTime = z.object({
  /** As in the file: 「下午04:46」, `12/9/20, 23:55`, `1415147732056`. */
  shown: z.string().check(z.maxLength(200)),
  /** First and last millisecond it can mean; null where no date goes with it. */
  range: z.nullable(z.object({ from: moment, to: moment })),
  /** `wall`: the clock of the device that wrote the export, whose zone the file does not say. */
  clock: z.enum(["utc", "wall"]),
});
export type ChatTime = z.infer<typeof ChatTime>;

export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

export interface TimeOfDay {
  hour: number;
  minute: number;
  /** Null where the export stops at minutes: LINE always, WhatsApp on Android. */
  second: number | null;
}

/** A day that is in the calendar; 30 February is in none. Years 1970 to 2200: no chat is older. */
export function isDay({ year, month, day }: CalendarDay): boolean {
  if (year < 1970 || year > 2200 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isTimeOfDay({ hour, minute, second }: TimeOfDay): boolean {
  return hour <= 23 && minute <= 59 && (second ?? 0) <= 59;
}

/** The whole minute or second on the wall clock of the exporting device; null where day or time is none. */
export function wallTime(shown: string, day: CalendarDay | null, time: TimeOfDay): ChatTime {
  if (!day || !isDay(day) || !isTimeOfDay(time)) return { shown, range: null, clock: "wall" };
  const { hour, minute, second } = time;
  const start = `${padded(day.year, 4)}-${padded(day.month)}-${padded(day.day)}T${padded(hour)}:${padded(minute)}`;
  const range = {
    from: `${start}:${padded(second ?? 0)}.000`,
    to: `${start}:${padded(second ?? 59)}.999`,
  };
  return { shown, range, clock: "wall" };
}

const isoPattern = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/;

/** An ISO 8601 time as exports write it: with an offset it is a moment, without one the wall clock's. */
export function isoTime(shown: string): ChatTime {
  const [, year, month, day, hour, minute, second, offset] = isoPattern.exec(shown) ?? [];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  if (!isDay(date) || !isTimeOfDay(time)) return { shown, range: null, clock: "wall" };
  if (offset === undefined) return wallTime(shown, date, time);
  const from = millisecondsOf(shown);
  return utcRange(shown, { from, to: shown.includes(".") ? from : from + 999 });
}

/** `shown` is milliseconds or whole seconds since 1970, as text; a second is a range of a thousand milliseconds. */
export function epochTime(shown: string, unit: "milliseconds" | "seconds"): ChatTime {
  const count = /^\d{1,15}$/.test(shown) ? Number(shown) : Number.NaN;
  const from = unit === "seconds" ? count * 1_000 : count;
  return utcRange(shown, { from, to: unit === "seconds" ? from + 999 : from });
}

const latestMs = millisecondsOf("2200-01-01T00:00:00.000Z");

function utcRange(shown: string, { from, to }: { from: number; to: number }): ChatTime {
  if (!(from >= 0 && to < latestMs)) return { shown, range: null, clock: "utc" };
  return { shown, range: { from: textOf(from), to: textOf(to) }, clock: "utc" };
}

function padded(number: number, digits = 2): string {
  return String(number).padStart(digits, "0");
}

function textOf(milliseconds: number): string {
  return utcAfter("1970-01-01T00:00:00.000Z", milliseconds).slice(0, -1);
}
