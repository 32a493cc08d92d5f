/** TikTok and Douyin: the upper half of an ID is Unix seconds, four bits say what it is of. */
import { type IdTime, idNumber, idTime, minuteMs } from "./id-time.ts";

export type TiktokEntity = "video" | "live" | "account" | "other";

const entities: Readonly<Record<number, TiktokEntity>> = {
  0: "account",
  4: "account",
  11: "live",
  13: "video",
};

/** Musical.ly, the first of them, opened in 2014; eight-digit user IDs of before hold no time. */
const earliestMs = 1_388_534_400_000;

/**
 * Posts follow by up to 49 s (85 public ones, measured by others and here). An account's own time was 262 s later in
 * the one pair there is, so for accounts no bound is given.
 */
export function tiktokTime(id: string): IdTime | null {
  const number = idNumber(id);
  if (number === null) return null;
  const errorMs = entityOf(number) === "account" ? null : minuteMs;
  return idTime(Number(number >> 32n) * 1_000, { earliestMs, errorMs });
}

export function tiktokEntity(id: string): TiktokEntity | null {
  const number = idNumber(id);
  return number === null || tiktokTime(id) === null ? null : entityOf(number);
}

function entityOf(number: bigint): TiktokEntity {
  return entities[Number((number >> 8n) & 15n)] ?? "other";
}
