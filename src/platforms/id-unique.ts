/** Unique IDs of common make that hold a time: UUID versions 1, 6 and 7 (RFC 9562), ULID, KSUID. */
import { fromRadix } from "./id-radix.ts";
import { type IdTime, idTime, secondMs } from "./id-time.ts";

const uuid = /^([0-9a-f]{8})-([0-9a-f]{4})-([167])([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** From 1582-10-15, the first day of the Gregorian calendar, to 1970, in milliseconds. */
const gregorianMs = 12_219_292_800_000;
const earliestMs = 631_152_000_000;
const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ksuidAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ksuidEpochSeconds = 1_400_000_000;

/** Other versions, and IDs with another variant, hold no time. */
export function uuidTime(id: string): IdTime | null {
  const [, low, middle, version, high] = uuid.exec(id.toLowerCase()) ?? [];
  if (!low || !middle || !high) return null;
  const epoch = { earliestMs, errorMs: secondMs };
  if (version === "7") return idTime(Number.parseInt(low + middle, 16), epoch);
  const ticks = version === "1" ? BigInt(`0x${high}${middle}${low}`) : BigInt(`0x${low}${middle}${high}`);
  return idTime(Number(ticks / 10_000n) - gregorianMs, epoch);
}

export function ulidTime(id: string): IdTime | null {
  if (!/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id.toUpperCase())) return null;
  const number = fromRadix(id.slice(0, 10).toUpperCase(), crockford);
  return number === null ? null : idTime(Number(number), { earliestMs, errorMs: secondMs });
}

export function ksuidTime(id: string): IdTime | null {
  if (!/^[0-9A-Za-z]{27}$/.test(id)) return null;
  const number = fromRadix(id, ksuidAlphabet);
  if (number === null || number >= 1n << 160n) return null;
  const seconds = Number(number >> 128n) + ksuidEpochSeconds;
  return idTime(seconds * 1_000, { earliestMs: ksuidEpochSeconds * 1_000, errorMs: secondMs });
}
