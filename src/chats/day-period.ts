/** Times of day as phones in Chinese, Japanese and English write them. */
import type { TimeOfDay } from "./chat-time.ts";

/** Source of a pattern with the groups `before`, `hour`, `minute`, `second` and `after`. */
export const timeOfDaySource = String.raw`(?<before>上午|下午|午前|午後|凌晨|清晨|早上|中午|晚上)?[ \u00a0\u202f]?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?(?:[ \u00a0\u202f]*(?<after>[ap]\.?[ \u00a0\u202f]?m\.?))?`;

const afternoon = /^(?:下午|午後|晚上|p)/i;

/** Reads the groups of `timeOfDaySource`. 下午12:05 is five past noon, 上午12:05 five past midnight. */
export function timeOfDay(groups: Record<string, string | undefined>): TimeOfDay {
  const { before, hour = "", minute = "", second, after } = groups;
  const shown = Number(hour);
  const period = before ?? after ?? "";
  return {
    hour: period !== "" && shown <= 12 ? hourOfPeriod(period, shown) : shown,
    minute: Number(minute),
    second: second === undefined ? null : Number(second),
  };
}

function hourOfPeriod(period: string, shown: number): number {
  if (period === "中午") return shown === 12 || shown === 11 ? shown : shown + 12;
  return (shown % 12) + (afternoon.test(period) ? 12 : 0);
}
