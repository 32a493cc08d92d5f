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
      line: number;
      reason: "not-json" | "not-an-entry" | "not-canonical" | "out-of-order" | "cut";
    };

/** Checks every line against the one before; `line` counts from 1. Does not prove that the tail was not cut. */
export async function checkChain(lines: readonly string[]): Promise<ChainCheck> {
  let head = emptyLog;
  for (const [index, line] of lines.entries()) {
    const reason = brokenBy(line, head);
    if (reason) return { kind: "broken", line: index + 1, reason };
    head = { length: head.length + 1, digest: await sha256Hex(line) };
  }
  return { kind: "sound", head };
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
