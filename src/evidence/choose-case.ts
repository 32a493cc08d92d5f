/** Finds the case a page belongs to. A case's answer never changes: another answer is another case. */
import type { Clock } from "../base/clock.ts";
import { emptyLog, follow } from "../custody/custody-chain.ts";
import { type AboutAge, type CaseFile, nextCaseCode } from "./case-file.ts";
import type { EvidenceStore } from "./evidence-store.ts";

export interface CaseMaking {
  store: EvidenceStore;
  clock: Clock;
  newId: () => string;
}

/** The newest case with this answer, else a new one with its first log entry. */
export async function caseFor(making: CaseMaking, about: AboutAge): Promise<CaseFile> {
  const cases = await making.store.listCases();
  const matching = cases.filter((file) => file.about === about);
  const newest = matching.sort((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc))[0];
  return newest ?? addCase(making, about, cases);
}

async function addCase(
  { store, clock, newId }: CaseMaking,
  about: AboutAge,
  cases: CaseFile[],
): Promise<CaseFile> {
  const at = clock.now();
  const file: CaseFile = {
    format: "keepleaf-case-1",
    id: newId(),
    code: nextCaseCode(cases.map(({ code }) => code)),
    about,
    createdAtUtc: at.utc,
  };
  const facts = { code: file.code, about };
  await store.addCase(file, follow(emptyLog, { caseId: file.id, at, action: "case.created", facts }));
  return file;
}
