/** The time of a post in words, as exact as the page gave it and no more. */
import { civilTime } from "../../src/base/clock.ts";
import { type Language, say } from "../../src/words/say.ts";
import { dateWords, type LocalMoment, momentWords } from "./date-wording.ts";

/** ISO 8601 as pages write it: day, then perhaps a clock, then perhaps a zone. */
const isoTime = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** With a zone: in the local time of `where`. Without one: as written, saying so. Anything else stays as it is. */
export function postedWords(language: Language, value: string, where: Omit<LocalMoment, "utc">): string {
  const [, day, clock, seconds, zone] = isoTime.exec(value.trim()) ?? [];
  if (day === undefined || !isDay(day)) return value;
  if (clock === undefined) return dateWords(language, day);
  if (zone === undefined) return say(language, "date.no-zone", { date: dateWords(language, day), clock });
  const utc = `${day}T${clock}${(seconds ?? "").replace(",", ".")}${withColon(zone)}`;
  return momentWords(language, { ...where, utc });
}

/** `+0800` and `+08:00` are the same zone; only the second is read everywhere. */
function withColon(zone: string): string {
  return zone.replace(/^([+-]\d\d)(\d\d)$/, "$1:$2");
}

/** The 31st of February is a text, not a day. */
function isDay(day: string): boolean {
  try {
    const { year, month, day: ofMonth } = civilTime(`${day}T00:00:00Z`, 0);
    return day === [year, String(month).padStart(2, "0"), String(ofMonth).padStart(2, "0")].join("-");
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
