/** Times as readers in Taiwan write them: the year of the Republic and Taipei's clock. */
import { civilTime } from "../base/clock.ts";
import { type Language, say } from "../words/say.ts";

/** Taipei keeps one offset all year. */
export const taipeiOffsetMinutes = 8 * 60;

/** Year 1 of the Republic. */
export const firstYearOfRepublic = 1912;

/** 「115 年 11 月 21 日（六）19:31:05，台北時間」 for an instant in UTC. */
export function taipeiTime(language: Language, utc: string): string {
  return timeAs(language, utc, "report.time-short");
}

/** The same with the name of the era, 「中華民國」, as a document writes it once. */
export function documentTime(language: Language, utc: string): string {
  return timeAs(language, utc, "report.time");
}

function timeAs(language: Language, utc: string, form: "report.time" | "report.time-short"): string {
  const { year, month, day, hour, minute, second, weekday } = civilTime(utc, taipeiOffsetMinutes);
  const time = [hour, minute, second].map((part) => String(part).padStart(2, "0")).join(":");
  const weekdayName = say(language, weekdayKeys[weekday] ?? "report.weekday.0");
  const era = language === "zh-TW" ? year - firstYearOfRepublic + 1 : year;
  return say(language, form, { year: era, month, day, weekday: weekdayName, time });
}

const weekdayKeys = [
  "report.weekday.0",
  "report.weekday.1",
  "report.weekday.2",
  "report.weekday.3",
  "report.weekday.4",
  "report.weekday.5",
  "report.weekday.6",
] as const;

/** ISO 8601 with its zone, also in the spellings pages use: a space for the T, a comma, a zone without colon. */
const wholeInstant =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?) ?(?:(Z)|([+-]\d\d):?(\d\d))$/;

/** Taipei's reading of a time that names its zone; null for every other text, which stays as it is. */
export function taipeiTimeOf(language: Language, text: string): string | null {
  const [, day, time = "", utc, hours, minutes] = wholeInstant.exec(text.trim()) ?? [];
  if (day === undefined) return null;
  try {
    return taipeiTime(language, `${day}T${time.replace(",", ".")}${utc ?? `${hours}:${minutes}`}`);
  } catch {
    return null;
  }
}
