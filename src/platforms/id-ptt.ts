/** PTT: an article's file name holds the second it was made; its article code (AID) is the same in eight characters. */
import { fromRadix, toRadix } from "./id-radix.ts";
import { type IdTime, idTime, minuteMs } from "./id-time.ts";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
const kinds = ["M", "G"] as const;
const earliestMs = 809_049_600_000;
/** The head of an article may be minutes earlier: 187 s in one measured. */
const errorMs = 10 * minuteMs;
const fileName = /^([MG])\.(\d{9,10})\.A\.([0-9A-F]{3})$/;

export function pttTime(file: string): IdTime | null {
  const [, , second] = fileName.exec(file) ?? [];
  return second === undefined ? null : idTime(Number(second) * 1_000, { earliestMs, errorMs });
}

/** `M.1154877694.A.384` → `14rWZ-E4`. The board is in neither: two boards may have the same. */
export function pttAid(file: string): string | null {
  const [, kind, second, tail] = fileName.exec(file) ?? [];
  if (kind === undefined || second === undefined || tail === undefined) return null;
  const number =
    (BigInt(kinds.indexOf(kind as "M" | "G")) << 44n) + (BigInt(second) << 12n) + BigInt(`0x${tail}`);
  return number < 1n << 48n ? toRadix(number, alphabet).padStart(8, "0") : null;
}

export function pttFile(aid: string): string | null {
  if (aid.length !== 8) return null;
  const number = fromRadix(aid, alphabet);
  if (number === null) return null;
  const kind = kinds[Number(number >> 44n)];
  const file = `${kind}.${(number >> 12n) & 0xffffffffn}.A.${(number & 0xfffn).toString(16).toUpperCase().padStart(3, "0")}`;
  return pttTime(file) === null ? null : file;
}
