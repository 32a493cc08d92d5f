/** The lines of a LINE export that begin a day, in every spelling its versions use. */
import { type CalendarDay, isDay } from "./chat-time.ts";

const weekdays = `(?:[（(]?(?:週|周|星期)?[一二三四五六日天月火水木金土](?:曜日)?[）)]?|[（(]?[A-Za-z]{3,9}[）)]?)`;

/** `2017/11/20（一）`, `2016/5/8（週日）`, `2026/01/30(金)`, `2025.02.15 星期六`, `2025.12.10 Wednesday`. */
const yearFirst = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\.?\s*${weekdays}?$`);

/** `Fri, 1/30/2026` or `Fri, 30/1/2026`: the weekday tells which number is the month. */
const yearLast = /^([A-Za-z]{3,9})\.?,? (\d{1,2})\/(\d{1,2})\/(\d{4})$/;

const english = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Null when the line begins no day; `day` is null when it does, but which day cannot be told. */
export function lineDay(line: string): { day: CalendarDay | null } | null {
  const text = line.trim();
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) {
    const found = { year: Number(year), month: Number(month), day: Number(day) };
    return isDay(found) ? { day: found } : null;
  }
  const [, weekday, first, second, last] = yearLast.exec(text) ?? [];
  if (weekday === undefined) return null;
  return { day: byWeekday(weekday, { first: Number(first), second: Number(second), year: Number(last) }) };
}

function byWeekday(
  weekday: string,
  { first, second, year }: { first: number; second: number; year: number },
): CalendarDay | null {
  const wanted = english.indexOf(weekday.slice(0, 3).toLowerCase());
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
