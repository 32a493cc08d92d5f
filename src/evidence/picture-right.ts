/** Whether an item may hold pictures as they were: its case's answers decide, or consent that stood when it was kept. */
import { caseFactsOf } from "../cases/case-facts.ts";
import { CaseFact } from "../cases/case-fact.ts";
import { type CustodyEntry, isKeeping } from "../custody/custody-entry.ts";
import { maskReason } from "./capture-mode.ts";
import type { CaseFile } from "./case-file.ts";
import type { EvidenceItem } from "./evidence-item.ts";

export interface CaseRecords {
  caseFile: CaseFile;
  /** What people wrote down, as it was stored. */
  facts: readonly unknown[];
  /** The case's log, whole. */
  log: readonly CustodyEntry[];
}

/**
 * `itemSha256` is that of the item's canonical JSON. The order of the log's lines decides, not the clock: consent that
 * was written down later, or taken back before, opens nothing (刑法 §319-3; recipients' rule A1).
 */
export function mayHoldPictures(
  { caseFile, facts, log }: CaseRecords,
  item: EvidenceItem,
  itemSha256: string,
): boolean {
  if (item.isMasked || item.picture === null || isFromBeforeTheQuestion(caseFile, log)) return true;
  const keptAt = keptLine(log, sourceOf(item) ?? itemSha256);
  return maskReason(caseFile, caseFactsOf(caseFile.answers, facts.filter(isBefore(keptAt)))) === null;
}

/** Until who is at the keyboard was asked, the ages alone decided; such a case's first line has no answer to it. */
function isFromBeforeTheQuestion({ about }: CaseFile, [first]: readonly CustodyEntry[]): boolean {
  return about === "adult" && first?.action === "case.created" && !("operator" in first.facts);
}

/** A redacted item was allowed where its original was. */
function sourceOf(item: EvidenceItem): string | null {
  return item.format === "keepleaf-item-2" ? (item.derivedFrom?.itemSha256 ?? null) : null;
}

/** -1 where the log knows of no such item: then nothing was written down before it. */
function keptLine(log: readonly CustodyEntry[], itemSha256: string): number {
  return log.findIndex((entry) => isKeeping(entry) && entry.facts["itemSha256"] === itemSha256);
}

function isBefore(line: number): (record: unknown) => boolean {
  return (record) => {
    const fact = CaseFact.safeParse(record);
    return fact.success && fact.data.sequence < line;
  };
}
