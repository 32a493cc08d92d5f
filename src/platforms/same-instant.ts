/** Whether two ISO 8601 times can be the same instant at the precision each of them has. */
import { millisecondsOf } from "../base/clock.ts";

const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** Without a zone a time may be anywhere between UTC−12 and UTC+14, so it contradicts only beyond that. */
const widestZoneMs = 14 * 3_600_000;
const dayMs = 86_400_000;

interface Span {
  from: number;
  to: number;
}

export function isSameInstant(one: string, other: string): boolean {
  const first = spanOf(one);
  const second = spanOf(other);
  if (!first || !second) return one.trim() === other.trim();
  return first.from <= second.to && second.from <= first.to;
}

/** Whether two times lie within so many milliseconds of each other, at the precision each of them has. */
export function isNear(one: string, other: string, withinMs: number): boolean {
  const first = spanOf(one);
  const second = spanOf(other);
  if (!first || !second) return false;
  return first.from - withinMs <= second.to && second.from <= first.to + withinMs;
}

/** Whether one time can only be later than the other, at the precision each of them has. */
export function isLater(one: string, other: string): boolean {
  const first = spanOf(one);
  const second = spanOf(other);
  return first !== null && second !== null && first.from > second.to;
}

function spanOf(time: string): Span | null {
  const match = parts.exec(time.trim());
  if (!match) return null;
  const [, day, clock, seconds, zone] = match;
  if (!clock) return around(`${day}T00:00:00Z`, widestZoneMs, dayMs - 1 + widestZoneMs);
  const precisionMs = seconds ? 999 : 59_999;
  if (!zone) return around(`${day}T${clock}${seconds ?? ":00"}Z`, widestZoneMs, precisionMs + widestZoneMs);
  const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  return around(`${day}T${clock}${seconds ?? ":00"}${colon}`, 0, precisionMs);
}

function around(time: string, beforeMs: number, afterMs: number): Span | null {
  try {
    const at = millisecondsOf(time);
    return { from: at - beforeMs, to: at + afterMs };
  } catch {
    return null;
  }
}
