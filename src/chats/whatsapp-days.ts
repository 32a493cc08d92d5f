/** Which number of `12/9/20` is the month: told by the whole file or by the person, never guessed. */
import { type CalendarDay, isDay } from "./chat-time.ts";
import { eraSource, yearOf } from "./era-year.ts";

export const dayOrders = ["day-month-year", "month-day-year", "year-month-day"] as const;
export type DayOrder = (typeof dayOrders)[number];

/** The Thai calendar counts 543 years more; WhatsApp marks it with BE. */
const buddhistYears = 543;

/** Source of a pattern with the groups `one`, `two`, `three` and `era`. */
export const dayGroupsSource = String.raw`(?<one>${eraSource}?\d{1,4})(?:[./-]|\. |年)(?<two>\d{1,2})(?:[./-]|\. |月)(?<three>${eraSource}?\d{1,4})\.?日?(?: ?(?<era>BE|B\.E\.|พ\.ศ\.))?`;

export interface DayNumbers {
  numbers: readonly [number, number, number];
  isBuddhist: boolean;
}

export function dayNumbers(groups: Record<string, string | undefined>): DayNumbers {
  const { one = "", two = "", three = "", era } = groups;
  return { numbers: [numberOf(one), numberOf(two), numberOf(three)], isBuddhist: era !== undefined };
}

function numberOf(text: string): number {
  const [, era = "", digits = ""] = /^(\D*)(\d+)$/.exec(text) ?? [];
  return yearOf(digits, era);
}

export function dayIn(order: DayOrder, { numbers, isBuddhist }: DayNumbers): CalendarDay | null {
  const [one, two, three] = numbers;
  const [year, month, day] =
    order === "year-month-day"
      ? [one, two, three]
      : order === "day-month-year"
        ? [three, two, one]
        : [three, one, two];
  const found = { year: fullYear(year, isBuddhist), month, day };
  return isDay(found) ? found : null;
}

function fullYear(year: number, isBuddhist: boolean): number {
  if (isBuddhist) return year - buddhistYears;
  return year < 100 ? 2000 + year : year;
}

/**
 * The orders in which every day of the file is a day of the calendar: one when the file tells, more when it does not,
 * none when it contradicts itself.
 */
export function possibleOrders(days: readonly DayNumbers[]): DayOrder[] {
  return dayOrders.filter((order) => days.every((day) => fits(order, day) && dayIn(order, day) !== null));
}

/** A number of three or four digits is a year; a year of two digits stands last. */
function fits(order: DayOrder, { numbers: [one, , three] }: DayNumbers): boolean {
  return order === "year-month-day" ? one > 99 : three > 31 || one <= 31;
}
