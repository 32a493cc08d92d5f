/** The chain: appending a line, and finding the first line that does not follow from the one before. */
import type { Moment } from "../base/clock.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { type ActorRole, CustodyEntry, type CustodyAction, firstPrevious } from "./custody-entry.ts";

/** Where a case's log ends: how many lines, and the digest of the last. */
export interface LogHead {
  length: number;
  digest: string;
}

export const emptyLog: LogHead = { length: 0, digest: firstPrevious };

export interface CustodyDraft {
  caseId: string;
  at: Moment;
  action: CustodyAction;
  facts: CustodyEntry["facts"];
  /** Left out where the case's answers say it. */
  actor?: ActorRole;
}

export function follow(head: LogHead, draft: CustodyDraft): CustodyEntry {
  return { format: "keepleaf-log-1", ...draft, sequence: head.length, previous: head.digest };
}

/** The line as it stands in `log.jsonl`, without its line end. */
export function logLine(entry: CustodyEntry): string {
  return canonicalJson(entry);
}

export async function headAfter(entry: CustodyEntry): Promise<LogHead> {
  return { length: entry.sequence + 1, digest: await sha256Hex(logLine(entry)) };
}

export type ChainCheck =
  | { kind: "sound"; head: LogHead }
  | {
      kind: "broken";
      /** The first line that is not as it was written, as far as its neighbours tell. */
      line: number;
      reason: "not-json" | "not-an-entry" | "not-canonical" | "out-of-order" | "cut";
    };

/**
 * Checks every line against the one before; `line` counts from 1. Does not prove that the tail was not cut. `headDigest`
 * is known from elsewhere: it tells a changed last line from a changed one before it.
 */
export async function checkChain(lines: readonly string[], headDigest?: string): Promise<ChainCheck> {
  let head = emptyLog;
  for (const [index, line] of lines.entries()) {
    const reason = brokenBy(line, head);
    if (reason === "cut" && index > 0 && (await isConfirmed(lines, index, headDigest)))
      return { kind: "broken", line: index, reason };
    if (reason) return { kind: "broken", line: index + 1, reason };
    head = { length: head.length + 1, digest: await sha256Hex(line) };
  }
  return { kind: "sound", head };
}

/** What follows knows this line as it stands: then it was the one before that changed. */
async function isConfirmed(lines: readonly string[], index: number, headDigest?: string): Promise<boolean> {
  const next = lines[index + 1];
  const known = next === undefined ? headDigest : /"previous":"([0-9a-f]{64})"/.exec(next)?.[1];
  return known === (await sha256Hex(lines[index] ?? ""));
}

type BreakReason = Extract<ChainCheck, { kind: "broken" }>["reason"];

function brokenBy(line: string, head: LogHead): BreakReason | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not-json";
  }
  const entry = CustodyEntry.safeParse(value);
  if (!entry.success) return "not-an-entry";
  if (canonicalJson(value) !== line) return "not-canonical";
  if (entry.data.sequence !== head.length) return "out-of-order";
  return entry.data.previous === head.digest ? null : "cut";
}
