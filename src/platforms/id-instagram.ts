/** Instagram and Threads: the code in an address is the media ID in another alphabet, and the ID holds a time. */
import { fromRadix, toRadix } from "./id-radix.ts";
import { type IdTime, idNumber, idTime, minuteMs } from "./id-time.ts";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const epochMs = 1_314_220_021_721;
/** Codes of private posts carry so many characters more. */
const privateTail = 28;
const longestCode = 11;

/** Null for what is no code of this kind. */
export function instagramMediaId(code: string): string | null {
  const bare = code.length === longestCode + privateTail ? code.slice(0, longestCode) : code;
  if (bare.length > longestCode) return null;
  const number = fromRadix(bare, alphabet);
  return number !== null && number > 0n && number < 1n << 64n ? String(number) : null;
}

export function instagramCode(mediaId: string): string | null {
  const number = idNumber(mediaId);
  return number === null ? null : toRadix(number, alphabet);
}

/**
 * When the ID was allocated: −1…+88 s on measured pairs, days apart for scheduled posts. User IDs hold no time.
 * `<media>_<owner>` is taken too.
 */
export function instagramTime(mediaId: string): IdTime | null {
  const number = idNumber(mediaId.split("_")[0] ?? "");
  if (number === null) return null;
  const oneDayIn = epochMs + 86_400_000;
  return idTime(Number(number >> 23n) + epochMs, { earliestMs: oneDayIn, errorMs: 15 * minuteMs });
}

export function instagramCodeTime(code: string): IdTime | null {
  const mediaId = instagramMediaId(code);
  return mediaId === null ? null : instagramTime(mediaId);
}
