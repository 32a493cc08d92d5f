/** Opens cases: one for pages kept before anybody was asked, and one for each set of answers. */
import type { Clock } from "../base/clock.ts";
import { type Answers, noAnswers, settledAnswers } from "../cases/answers.ts";
import { emptyLog, follow } from "../custody/custody-chain.ts";
import { type AboutAge, aboutOf, type CaseFile, nextCaseCode } from "./case-file.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { recordCustody } from "./record-custody.ts";

export interface CaseMaking {
  store: EvidenceStore;
  clock: Clock;
  newId: () => string;
}

/** The case that takes what is kept before any answer: the newest without answers, else a new one. */
export async function unsortedCase(making: CaseMaking): Promise<CaseFile> {
  const cases = await making.store.listCases();
  const unsorted = cases.filter(isUnsorted);
  const newest = unsorted.sort((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc))[0];
  return newest ?? openCase(making, noAnswers);
}

/** The newest case about this age, else a new one in which nobody said who is at the keyboard. */
export async function caseFor(making: CaseMaking, about: AboutAge): Promise<CaseFile> {
  const cases = await making.store.listCases();
  const matching = cases.filter((file) => file.about === about);
  const newest = matching.sort((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc))[0];
  const age = ({ adult: "adult", minor: "under-18", unknown: "unknown" } as const)[about];
  return newest ?? openCase(making, { ...noAnswers, ageNow: age, ageAtEvent: age });
}

/** Nobody answered anything when it was opened. */
export function isUnsorted({ answers }: Pick<CaseFile, "answers">): boolean {
  return Object.values(answers).every((answer) => answer === "unknown");
}

/** A new case with its first log line. Where it continues another, that one's log says so too. */
export async function openCase(
  { store, clock, newId }: CaseMaking,
  given: Answers,
  continued: CaseFile | null = null,
): Promise<CaseFile> {
  const at = clock.now();
  const answers = settledAnswers(given);
  const file: CaseFile = {
    format: "keepleaf-case-2",
    id: newId(),
    code: nextCaseCode((await store.listCases()).map(({ code }) => code)),
    about: aboutOf(answers),
    answers,
    continues: continued?.code ?? null,
    createdAtUtc: at.utc,
  };
  const facts = { code: file.code, about: file.about, ...answers, continues: file.continues };
  await store.addCase(file, follow(emptyLog, { caseId: file.id, at, action: "case.created", facts }));
  if (continued) {
    const seen = { code: file.code, about: file.about, ...answers };
    await recordCustody(store, { caseId: continued.id, at, action: "case.continued", facts: seen });
  }
  return file;
}
