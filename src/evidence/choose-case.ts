/** Opens cases: one for pages kept before anybody was asked, and one for each set of answers. */
import type { Clock } from "../base/clock.ts";
import { type Answers, noAnswers, settledAnswers } from "../cases/answers.ts";
import { emptyLog, follow } from "../custody/custody-chain.ts";
import { aboutOf, type CaseFile, mustMask, nextCaseCode } from "./case-file.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { recordCustody } from "./record-custody.ts";
import { readCaseFacts } from "./record-fact.ts";

export interface CaseMaking {
  store: EvidenceStore;
  clock: Clock;
  newId: () => string;
}

/** The case that takes what is kept before any answer: the newest that nobody answered for, else a new one. */
export async function unsortedCase(making: CaseMaking): Promise<CaseFile> {
  const cases = await making.store.listCases();
  const newestFirst = cases.sort((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc));
  for (const file of newestFirst) {
    const { answers } = await readCaseFacts(making.store, file);
    if (isUnanswered(answers) && mustMask(file.about)) return file;
  }
  return openCase(making, noAnswers);
}

export function isUnanswered(answers: Answers): boolean {
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
  const actor = answers.operator;
  await store.addCase(file, follow(emptyLog, { caseId: file.id, at, actor, action: "case.created", facts }));
  if (continued) {
    const seen = { code: file.code, about: file.about, ...answers };
    const draft = { caseId: continued.id, at, actor, action: "case.continued" as const, facts: seen };
    await recordCustody(store, draft);
  }
  return file;
}
