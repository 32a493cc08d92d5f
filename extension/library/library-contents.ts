/** What the library shows of one case, read in one go. */
import { noAnswers } from "../../src/cases/answers.ts";
import { type CaseFacts, caseFactsOf } from "../../src/cases/case-facts.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { EvidenceStore, StoredItem } from "../../src/evidence/evidence-store.ts";
import { readCaseFacts } from "../../src/evidence/record-fact.ts";

const noFacts = caseFactsOf(noAnswers, []);

export interface LibraryContents {
  /** Newest first. */
  cases: CaseFile[];
  /** Null when there is no case yet; then there are no items either. */
  caseFile: CaseFile | null;
  /** Of this case, newest first. */
  items: StoredItem[];
  log: CustodyEntry[];
  /** What people wrote down; nothing where there is no case. */
  facts: CaseFacts;
  /** Of all cases. */
  keptCount: number;
}

/** Of the wanted case, else of the newest one that holds something, else of the newest. */
export async function readContents(
  store: EvidenceStore,
  wantedCaseId: string | null,
): Promise<LibraryContents> {
  const listed = await store.listCases();
  const cases = listed.toSorted((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc));
  const keptCount = await store.countItems();
  const caseFile = cases.find(({ id }) => id === wantedCaseId) ?? (await firstWithItems(store, cases));
  if (!caseFile) return { cases, caseFile, items: [], log: [], facts: noFacts, keptCount };
  const [items, log, facts] = await Promise.all([
    store.listItems(caseFile.id),
    store.readLog(caseFile.id),
    readCaseFacts(store, caseFile),
  ]);
  return { cases, caseFile, items, log, facts, keptCount };
}

async function firstWithItems(store: EvidenceStore, cases: readonly CaseFile[]): Promise<CaseFile | null> {
  for (const file of cases) if ((await store.listItems(file.id)).length > 0) return file;
  return cases[0] ?? null;
}
