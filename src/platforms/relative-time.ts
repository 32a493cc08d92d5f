/** 「3 小時」, "2d", 「昨天 下午3:20」: a range around what it can mean when it was read, never a point. */
import { civilTime, millisecondsOf, type Moment, instantOf } from "../base/clock.ts";
import type { PostFacts } from "./post-facts.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface TimeRange {
  earliestUtc: string;
  latestUtc: string;
}

/** Sites round down, and some round to the nearest: one unit more on the older side, half a unit on the newer. */
const units: readonly [RegExp, number][] = [
  [/^(?:秒鐘?|秒钟?|s|secs?|seconds?)$/, 1_000],
  [/^(?:分鐘?|分钟|m|mins?|minutes?)$/, minute],
  [/^(?:小時|小时|時間|h|hrs?|hours?)$/, hour],
  [/^(?:天|日|d|days?)$/, day],
  [/^(?:週|周|星期|禮拜|w|wks?|weeks?)$/, 7 * day],
  [/^(?:個?月|个月|か月|mo|mos|months?)$/, 31 * day],
  [/^(?:年|y|yrs?|years?)$/, 366 * day],
];

const ago =
  /^(?:about |約\s*)?(\d{1,4}|an?)\s*(秒鐘?|秒钟?|分鐘?|分钟|小時|小时|時間|天|日|週|周|星期|禮拜|個?月|个月|か月|年|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|wks?|weeks?|mos?|months?|yrs?|years?|[smhdwy])\s*(?:之?前|ago)?$/i;
const justNow = /^(?:剛剛|刚刚|剛才|現在|just now|now)$/i;
const namedDay =
  /^(昨天|昨日|前天|今天|yesterday|today)(?:\s*(?:at|於)?\s*(上午|下午|凌晨|早上|中午|晚上|am|pm)?\s*(\d{1,2})[:：](\d\d)(?::\d\d)?\s*(am|pm)?)?$/i;

/** Null where the text is no relative time, or nobody knows when it was read. */
export function relativeRange(text: string, readAt: Moment | null): TimeRange | null {
  const bare = text
    .replace(/[·•\u200B-\u200F\u202A-\u202E]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (!readAt || bare.length > 40) return null;
  const now = millisecondsOf(readAt.utc);
  if (justNow.test(bare)) return range(now - 2 * minute, now);
  return agoRange(bare, now) ?? namedDayRange(bare, readAt);
}

/** Only where the page has no exact time: that says more. */
export function addRange(facts: PostFacts, readAt: Moment | null): void {
  const isStated = facts.fields.get("postedAt")?.some(({ method }) => method !== "derived");
  if (isStated) return;
  const [shown] = facts.fields.get("postedAtShown") ?? [];
  const found = shown && relativeRange(shown.value, readAt);
  if (!shown || !found) return;
  const value = `${found.earliestUtc}/${found.latestUtc}`;
  facts.add("postedAtRange", { ...shown, value, raw: shown.value, method: "derived", precision: "range" });
}

function agoRange(text: string, now: number): TimeRange | null {
  const [, count, unit = ""] = ago.exec(text) ?? [];
  const length = units.find(([name]) => name.test(unit.toLowerCase()))?.[1];
  if (count === undefined || length === undefined) return null;
  const many = /^an?$/i.test(count) ? 1 : Number(count);
  // Months and years have days more or less.
  const slack = length > 7 * day ? 0.1 * many * length : 0;
  return range(now - (many + 1) * length - slack, Math.min(now, now - (many - 0.5) * length + slack));
}

function namedDayRange(text: string, readAt: Moment): TimeRange | null {
  const [, name, before, hours, minutes, after] = namedDay.exec(text) ?? [];
  if (name === undefined) return null;
  const { hour: h, minute: m, second } = civilTime(readAt.utc, readAt.offsetMinutes);
  const now = millisecondsOf(readAt.utc);
  const midnight = now - (now % 1_000) - h * hour - m * minute - second * 1_000;
  const start = midnight - daysBack(name) * day;
  if (hours === undefined) return range(start, Math.min(now, start + day - 1));
  const clock = hourOfDay(Number(hours), before ?? after ?? "");
  if (clock === null) return null;
  const from = start + clock * hour + Number(minutes) * minute;
  return range(from, from + minute - 1);
}

function daysBack(name: string): number {
  if (/^(今天|today)$/i.test(name)) return 0;
  return name === "前天" ? 2 : 1;
}

function hourOfDay(hours: number, half: string): number | null {
  if (hours > 23) return null;
  if (/^(下午|晚上|pm)$/i.test(half)) return hours < 12 ? hours + 12 : hours;
  if (half === "中午") return hours < 11 ? hours + 12 : hours;
  return /^(上午|凌晨|早上|am)$/i.test(half) && hours === 12 ? 0 : hours;
}

function range(from: number, to: number): TimeRange {
  return { earliestUtc: instantOf(Math.floor(from)), latestUtc: instantOf(Math.floor(to)) };
}
