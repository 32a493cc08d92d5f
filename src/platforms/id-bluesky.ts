/** Bluesky record keys (TID): 13 characters, microseconds of the writer's own clock and ten bits of its name. */
import { fromRadix } from "./id-radix.ts";
import { type IdTime, idTime } from "./id-time.ts";

const alphabet = "234567abcdefghijklmnopqrstuvwxyz";
const earliestMs = 1_640_995_200_000;

/** The writer sets the clock, so no bound can be given. */
export function blueskyTime(recordKey: string): IdTime | null {
  if (!/^[2-7a-j][2-7a-z]{12}$/.test(recordKey)) return null;
  const number = fromRadix(recordKey, alphabet);
  return number === null ? null : idTime(Number(number >> 10n) / 1_000, { earliestMs, errorMs: null });
}
