/** Weibo: the code in an address is the post's number in groups of four characters, and the number holds a time. */
import { base62, fromRadix, toRadix } from "./id-radix.ts";
import { type IdTime, idNumber, idTime, minuteMs } from "./id-time.ts";

/** Not published by Weibo: four public pairs lie within 80 s of it (measured). */
const epochSeconds = 515_483_330;
const groupCharacters = 4;
const groupDigits = 7;

/** `z579Hz9Wr` → `3512191498379699`. Null for what is no code of this kind. */
export function weiboMid(code: string): string | null {
  if (!/^[0-9a-zA-Z]{8,10}$/.test(code)) return null;
  const groups = groupsFromRight(code, groupCharacters).map((group) => fromRadix(group, base62));
  const digits = groups.map((group) => String(group).padStart(groupDigits, "0"));
  const isGroup = digits.every((group) => group.length === groupDigits);
  return isGroup ? digits.join("").replace(/^0+/, "") : null;
}

export function weiboCode(mid: string): string | null {
  if (idNumber(mid) === null) return null;
  const groups = groupsFromRight(mid, groupDigits).map((group) => toRadix(BigInt(group), base62));
  const [first = "", ...rest] = groups;
  return first + rest.map((group) => group.padStart(groupCharacters, "0")).join("");
}

export function weiboTime(mid: string): IdTime | null {
  const number = idNumber(mid);
  if (number === null || mid.length < 16) return null;
  const milliseconds = (Number(number >> 22n) + epochSeconds) * 1_000;
  return idTime(milliseconds, { earliestMs: 1_249_084_800_000, errorMs: 5 * minuteMs });
}

function groupsFromRight(text: string, size: number): string[] {
  const groups: string[] = [];
  for (let end = text.length; end > 0; end -= size) groups.unshift(text.slice(Math.max(0, end - size), end));
  return groups;
}
