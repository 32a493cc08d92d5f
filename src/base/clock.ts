/** Time comes in from outside: the core reads no clock. Only this file may name `Date`, and only to convert. */
import { z } from "./schema.ts";

/**
 * One instant as one device told it.
 * `utc` is ISO 8601 with milliseconds; `offsetMinutes` is minutes east of UTC; `zone` an IANA name;
 * `monotonicMs` counts from `timeOriginMs` (Unix milliseconds) and cannot be set by hand, so that a clock
 * moved during a capture shows.
 */
export const Moment = z.object({
  utc: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  offsetMinutes: z.int().check(z.minimum(-14 * 60), z.maximum(14 * 60)),
  zone: z.string().check(z.maxLength(64)),
  monotonicMs: z.number(),
  timeOriginMs: z.number(),
});
export type Moment = z.infer<typeof Moment>;

export interface Clock {
  now(): Moment;
}

/** Milliseconds by which the wall clock was moved between two moments of the same context. */
export function clockJumpMs(first: Moment, last: Moment): number {
  const wall = millisecondsOf(last.utc) - millisecondsOf(first.utc);
  return wall - (last.monotonicMs - first.monotonicMs);
}

/** Unix milliseconds of an ISO 8601 instant in UTC. */
export function millisecondsOf(utc: string): number {
  const milliseconds = Date.parse(utc);
  if (Number.isNaN(milliseconds)) throw new RangeError(`not an instant: ${utc.slice(0, 40)}`);
  return milliseconds;
}

/** ISO 8601 with milliseconds, in UTC, of Unix milliseconds. @throws RangeError beyond the years a calendar has */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export interface CivilTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 = Sunday. */
  weekday: number;
}

/** The calendar reading of an instant, `offsetMinutes` east of UTC (Taipei is 480). */
export function civilTime(utc: string, offsetMinutes: number): CivilTime {
  const shifted = new Date(millisecondsOf(utc) + offsetMinutes * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** The instant of a calendar day (`YYYY-MM-DD`) and a clock (`HH:MM`) read `offsetMinutes` east of UTC. */
export function utcOf(day: string, clock: string, offsetMinutes: number): string {
  return utcAfter(`${day}T${clock}:00.000Z`, -offsetMinutes * 60_000);
}

/** The instant so many milliseconds later. */
export function utcAfter(utc: string, milliseconds: number): string {
  return new Date(millisecondsOf(utc) + milliseconds).toISOString();
}

/** Whether the text is a day of the calendar, `YYYY-MM-DD`: the 31st of February is a text. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(text);
}

/** The platform's own object, for libraries that want one. */
export type PlatformDate = Date;

export function dateOf({ utc }: Pick<Moment, "utc">): PlatformDate {
  return new Date(millisecondsOf(utc));
}
