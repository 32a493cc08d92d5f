/** A time as a person remembers it: a day, perhaps a clock, perhaps only words. */
import { isDay, utcOf } from "../base/clock.ts";
import { z } from "../base/schema.ts";

export const TypedTime = z.object({
  /** `YYYY-MM-DD` where it was typed; null when the person does not know the day. */
  day: z.nullable(z.string().check(z.refine(isDay))),
  /** `HH:MM`; never without a day. */
  clock: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** In the person's own words: 「那年暑假」. */
  words: z.string().check(z.maxLength(100)),
});
export type TypedTime = z.infer<typeof TypedTime>;

export const noTime: TypedTime = { day: null, clock: null, words: "" };

/** The instant in UTC, `offsetMinutes` east of it; null unless both day and clock are known. */
export function instantOf({ day, clock }: TypedTime, offsetMinutes: number): string | null {
  return day === null || clock === null ? null : utcOf(day, clock, offsetMinutes);
}

/** Sorts by day and clock; a day without a clock comes before its clocks, an unknown day before all. */
export function typedOrder({ day, clock }: TypedTime): string {
  return `${day ?? ""} ${clock ?? ""}`;
}
