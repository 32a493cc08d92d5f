/** The lines of a LINE export that begin a day, in every spelling its versions use. */
import { type CalendarDay, isDay } from "./chat-time.ts";
import { eraSource, republicYears, yearOf } from "./era-year.ts";

const weekdays = `[（(]?(?:週|周|星期)?(?:(?<sign>[一二三四五六日天月火水木金土])(?:曜日)?|(?<name>[A-Za-z]{3,9}))[）)]?`;
const withMarks = String.raw`(?<mark>[/.-])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})\.?`;
const withWords = String.raw` ?年 ?(?<monthWord>\d{1,2}) ?月 ?(?<dayWord>\d{1,2}) ?日`;

/**
 * `2017/11/20（一）`, `2016/5/8（週日）`, `2026/01/30(金)`, `2025.02.15 星期六`, `2025.12.10 Wednesday`, `R7/02/11(火)`,
 * `民國114年2月11日 星期二`.
 */
const yearFirst = new RegExp(
  String.raw`^(?<era>${eraSource})?\s?(?<year>\d{1,4})(?:${withMarks}|${withWords})\s*(?:${weekdays})?$`,
);

/** `Fri, 1/30/2026` or `Fri, 30/1/2026`: the weekday tells which number is the month. */
const yearLast = /^([A-Za-z]{3,9})\.?,? (\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const english = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** 日 to 六, and the same days as Japanese has them. */
const signs = ["日天", "一月", "二火", "三水", "四木", "五金", "六土"];

/** Null when the line begins no day; `day` is null when it does, but which day cannot be told. */
export function lineDay(line: string): { day: CalendarDay | null } | null {
  const text = line.trim();
  const groups = yearFirst.exec(text)?.groups;
  if (groups) return dayOf(groups);
  const [, weekday, first, second, last] = yearLast.exec(text) ?? [];
  if (weekday === undefined) return null;
  return { day: byWeekday(weekday, { first: Number(first), second: Number(second), year: Number(last) }) };
}

function dayOf(groups: Record<string, string | undefined>): { day: CalendarDay | null } | null {
  const { era, year = "" } = groups;
  const month = Number(groups["month"] ?? groups["monthWord"]);
  const day = Number(groups["day"] ?? groups["dayWord"]);
  const isPlain = era !== undefined || year.length === 4;
  const found = { year: isPlain ? yearOf(year, era) : Number(year) + republicYears, month, day };
  if (isPlain) return isDay(found) ? { day: found } : null;
  return year.length === 3 ? republicYear(found, weekdayIn(groups)) : null;
}

/**
 * A year of three digits counts those of the Republic where the weekday says so too (LINE is of its year 100). Where it
 * does not, no day is known from there on; without a weekday it may be a date that somebody wrote.
 */
function republicYear(found: CalendarDay, weekday: number | null): { day: CalendarDay | null } | null {
  if (weekday === null) return null;
  return { day: isDay(found) && weekdayOf(found) === weekday ? found : null };
}

function weekdayIn({ sign, name }: Record<string, string | undefined>): number | null {
  if (sign !== undefined) return signs.findIndex((both) => both.includes(sign));
  return name === undefined ? null : weekdayNamed(name);
}

function weekdayNamed(name: string): number {
  return english.indexOf(name.slice(0, 3).toLowerCase());
}

function byWeekday(
  weekday: string,
  { first, second, year }: { first: number; second: number; year: number },
): CalendarDay | null {
  const wanted = weekdayNamed(weekday);
  const readings = [
    { year, month: first, day: second },
    { year, month: second, day: first },
  ].filter((day) => isDay(day) && weekdayOf(day) === wanted);
  const [only, other] = readings;
  if (!only || (other && other.month !== only.month)) return null;
  return only;
}

/** 0 = Sunday (Sakamoto's method). */
function weekdayOf({ year, month, day }: CalendarDay): number {
  const offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
  const shifted = month < 3 ? year - 1 : year;
  const leap = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return (shifted + leap + (offsets[month - 1] ?? 0) + day) % 7;
}
