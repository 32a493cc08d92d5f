/** When to ask whether what was kept is still needed here: after long, and at once where consent was taken back (rule A2). */
import type { CaseFacts } from "../cases/case-facts.ts";
import { isKeptLong } from "../cases/kept-long.ts";
import { maskReason } from "./capture-mode.ts";
import type { CaseFile } from "./case-file.ts";
import type { EvidenceItem } from "./evidence-item.ts";
import type { StoredItem } from "./evidence-store.ts";

export interface RetentionDue {
  /** `consent-withdrawn`: pictures that were kept while the person agreed, who does not agree any more. */
  why: "consent-withdrawn" | "kept-long";
  /** In the order they were given. */
  items: StoredItem[];
  /** Of those, how many hold pictures as they were. */
  pictured: number;
  /** When the oldest of them was kept. */
  sinceUtc: string;
}

/** Null where nothing is due. Nothing is ever deleted by itself: this only says when to ask. */
export function retentionDue(
  { caseFile, facts }: { caseFile: CaseFile; facts: CaseFacts },
  items: readonly StoredItem[],
  nowUtc: string,
): RetentionDue | null {
  const withoutConsent = isConsentOpen(caseFile, facts, nowUtc) ? items.filter(isPictured) : [];
  if (withoutConsent.length > 0) return due("consent-withdrawn", withoutConsent);
  const askedUtc = facts.keptOn.at(-1)?.at.utc ?? "";
  const old = items.filter(({ item }) => isKeptLong(later(item.startedAt.utc, askedUtc), nowUtc));
  return old.length > 0 ? due("kept-long", old) : null;
}

function due(why: RetentionDue["why"], items: StoredItem[]): RetentionDue {
  const sinceUtc = items.map(({ item }) => item.startedAt.utc).sort()[0] ?? "";
  return { why, items, pictured: items.filter(isPictured).length, sinceUtc };
}

/** Whether nobody decided, since consent to pictures ended, that they stay for the time being. */
function isConsentOpen(caseFile: CaseFile, facts: CaseFacts, nowUtc: string): boolean {
  if (maskReason(caseFile, facts) !== "no-consent") return false;
  const decided = facts.keptOn.at(-1);
  if (!decided || decided.sequence < consentChangedAt(facts)) return true;
  return isKeptLong(decided.at.utc, nowUtc);
}

/** The log line of the last change to what was agreed; -1 where there was none. */
function consentChangedAt({ records, consents, withdrawn }: CaseFacts): number {
  const takenBack = new Set(withdrawn.flatMap(({ id, body }) => (body.kind === "consent" ? [id] : [])));
  const lines = records
    .filter(({ body, replaces }) => body.kind === "withdrawn" && replaces !== null && takenBack.has(replaces))
    .map(({ sequence }) => sequence);
  return Math.max(-1, ...lines, ...consents.map(({ sequence }) => sequence));
}

/** Whether an item holds a picture that was not hidden before it was taken. */
function isPictured({ item }: { item: Pick<EvidenceItem, "isMasked" | "files"> }): boolean {
  return !item.isMasked && item.files.some(({ mediaType }) => /^(?:image|video)\//.test(mediaType));
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
