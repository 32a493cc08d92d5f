/** IDs whose first eight hexadecimal digits are Unix seconds: Xiaohongshu, MongoDB, PHP's `uniqid`. */
import { type IdTime, idTime, secondMs } from "./id-time.ts";

/** One sample agrees, so it is a hypothesis. Notes, users and comments alike. */
export function xiaohongshuTime(id: string): IdTime | null {
  return /^[0-9a-f]{24}$/.test(id) ? seconds(id, { earliestMs: 1_370_044_800_000, errorMs: null }) : null;
}

/** Only where the site is known to use it: many other IDs have 24 hexadecimal digits. */
export function objectIdTime(id: string): IdTime | null {
  return /^[0-9a-f]{24}$/.test(id) ? seconds(id, { earliestMs: 1_230_768_000_000, errorMs: secondMs }) : null;
}

/** Two samples agree, so it is a hypothesis. Keys of digits only are counters, wrong by decades if decoded. */
export function viewkeyTime(key: string): IdTime | null {
  const [, prefix, hex] = /^(ph)?([0-9a-f]{13})$/.exec(key) ?? [];
  if (!hex || (!prefix && /^\d+$/.test(hex))) return null;
  return seconds(hex, { earliestMs: 1_167_609_600_000, errorMs: null });
}

function seconds(id: string, epoch: { earliestMs: number; errorMs: number | null }): IdTime | null {
  return idTime(Number.parseInt(id.slice(0, 8), 16) * 1_000, epoch);
}
