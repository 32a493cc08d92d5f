/** What an ID says of when it was made: the ID's own time, never the time of publication. */
import { instantOf } from "../base/clock.ts";

/**
 * `utc` ISO 8601; `errorMs` how far the shown time may lie from it, measured on real pairs; null where no such
 * measurement exists, so that it is a hypothesis.
 */
export interface IdTime {
  utc: string;
  errorMs: number | null;
}

export const secondMs = 1_000;
export const minuteMs = 60_000;

/** No service of today makes IDs for times after this. */
const latestMs = 4_102_444_800_000;

export interface IdEpoch {
  /** Nothing of this kind was made before: a smaller time means another kind of ID. Unix milliseconds. */
  earliestMs: number;
  errorMs: number | null;
}

/** Null, "not decodable", where the time cannot be one of this kind. */
export function idTime(milliseconds: number, { earliestMs, errorMs }: IdEpoch): IdTime | null {
  if (!Number.isFinite(milliseconds)) return null;
  if (milliseconds < earliestMs || milliseconds > latestMs) return null;
  return { utc: instantOf(Math.floor(milliseconds)), errorMs };
}

/** The number an ID stands for, as written: digits only, no sign, no leading zero, at most 64 bits. */
export function idNumber(id: string): bigint | null {
  if (!/^[1-9]\d{0,19}$/.test(id)) return null;
  const number = BigInt(id);
  return number < 1n << 64n ? number : null;
}
