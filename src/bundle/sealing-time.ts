/** The sealing time in the three shapes a bag writes it; none depends on the zone of the machine that packs. */
import { civilTime } from "../base/clock.ts";
import { taipeiOffsetMinutes } from "../report/taipei-time.ts";

/** `20261121T113105Z`, as in the bag's name. */
export function sealingStamp(utc: string): string {
  return `${utc.slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** `keepleaf-20261121T113105Z-…`: the name carries the sealing time, ISO 8601 in UTC. */
export function bagTime(bagName: string): string {
  const [, year, month, day, hour, minute, second] =
    /^keepleaf-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(bagName) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/** Taipei's calendar day, `2026-11-21` (RFC 8493 §2.2.2, Bagging-Date). */
export function baggingDate(utc: string): string {
  const { year, month, day } = civilTime(utc, taipeiOffsetMinutes);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** What MS-DOS can say: 1980 to 2107 (APPNOTE 4.4.6). */
const firstDosYear = 1980;
const lastDosYear = 2107;

/** Date and time of every entry of the ZIP: Taipei's wall clock in steps of two seconds. */
export function dosDateTime(utc: string): number {
  const { year, month, day, hour, minute, second } = civilTime(utc, taipeiOffsetMinutes);
  if (year < firstDosYear || year > lastDosYear) throw new RangeError(`no ZIP date for the year ${year}`);
  const date = ((year - firstDosYear) << 9) | (month << 5) | day;
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  return ((date << 16) | time) >>> 0;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
