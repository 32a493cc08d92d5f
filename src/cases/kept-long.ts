/** Whether something lies here for so long that somebody is asked whether it is still needed. */
import { millisecondsOf } from "../base/clock.ts";
import { reminderDays } from "../data/retention.ts";

const dayMs = 86_400_000;

export function isKeptLong(sinceUtc: string, nowUtc: string): boolean {
  return millisecondsOf(nowUtc) - millisecondsOf(sinceUtc) >= reminderDays * dayMs;
}
