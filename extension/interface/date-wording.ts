/** Dates and times as people say them: 「2026 年 11 月 21 日（六）19:14，台北時間」. */
import { type CivilTime, civilTime, type Moment } from "../../src/base/clock.ts";
import { type Language, say } from "../../src/words/say.ts";

export type LocalMoment = Pick<Moment, "utc" | "offsetMinutes" | "zone">;

/** Date, weekday, clock and zone, where the moment was. */
export function momentWords(language: Language, moment: LocalMoment): string {
  const civil = civilTime(moment.utc, moment.offsetMinutes);
  const date = civilDateWords(language, civil);
  return say(language, "date.with-clock", {
    date,
    clock: clockWords(moment),
    zone: zoneWords(language, moment),
  });
}

/** `19:14`, where the moment was. */
export function clockWords({ utc, offsetMinutes }: LocalMoment): string {
  const { hour, minute } = civilTime(utc, offsetMinutes);
  return `${two(hour)}:${two(minute)}`;
}

/** A calendar day without a clock; `day` is `YYYY-MM-DD`. */
export function dateWords(language: Language, day: string): string {
  return civilDateWords(language, civilTime(`${day}T00:00:00Z`, 0));
}

/** The heading of a day: without the year when it is this year, and saying so when it is today. */
export function dayWords(language: Language, moment: LocalMoment, today: LocalMoment): string {
  const civil = civilTime(moment.utc, moment.offsetMinutes);
  const now = civilTime(today.utc, today.offsetMinutes);
  const words = civil.year === now.year ? shortDateWords(language, civil) : civilDateWords(language, civil);
  return dayKey(moment) === dayKey(today) ? say(language, "date.today", { date: words }) : words;
}

/** `2026-11-21`: equal for moments of the same local day. */
export function dayKey({ utc, offsetMinutes }: LocalMoment): string {
  const { year, month, day } = civilTime(utc, offsetMinutes);
  return `${year}-${two(month)}-${two(day)}`;
}

/** `2026-11-21 11:14:05 UTC`, the same words everywhere. */
export function utcWords(utc: string): string {
  const { year, month, day, hour, minute, second } = civilTime(utc, 0);
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)} UTC`;
}

function civilDateWords(language: Language, civil: CivilTime): string {
  return say(language, "date.full", { ...datePieces(language, civil), year: civil.year });
}

function shortDateWords(language: Language, civil: CivilTime): string {
  return say(language, "date.short", datePieces(language, civil));
}

function datePieces(language: Language, civil: CivilTime): Record<string, string | number> {
  const weekday = say(language, "date.weekdays").split(" ")[civil.weekday] ?? "";
  const month = say(language, "date.months").split(" ")[civil.month - 1] ?? "";
  return { weekday, month, day: civil.day };
}

function zoneWords(language: Language, { zone, offsetMinutes }: LocalMoment): string {
  if (zone === "Asia/Taipei") return say(language, "date.taipei");
  if (zone === "UTC") return say(language, "date.utc");
  return say(language, "date.zone", { zone, offset: offsetWords(offsetMinutes) });
}

/** `+08:00`. */
function offsetWords(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
