/** Takes the answers of the four questions: into the same case where its mode stays, into a new one where not. */
import { type Answers, settledAnswers } from "../cases/answers.ts";
import type { BodyOf } from "../cases/case-fact.ts";
import { isSameMode } from "./capture-mode.ts";
import type { CaseFile } from "./case-file.ts";
import { type CaseMaking, openCase } from "./choose-case.ts";
import { readCaseFacts, recordFact } from "./record-fact.ts";

export interface GivenAnswers {
  answers: Answers;
  /** Null where nobody was asked yet, or where it is the person's own case. */
  consent: BodyOf<"consent"> | null;
}

/** `of` is the case that was asked about; null for a new one. Resolves to the case that goes on. */
export async function answerCase(
  making: CaseMaking,
  given: GivenAnswers,
  of: CaseFile | null,
): Promise<CaseFile> {
  const answers = settledAnswers(given.answers);
  const goesOn = of !== null && isSameMode(of.answers, answers);
  const file = goesOn ? of : await openCase(making, answers, of);
  const add = (body: BodyOf<"answers" | "consent">) =>
    recordFact(making, { caseId: file.id, body, replaces: null });
  if (goesOn && !isSame((await readCaseFacts(making.store, file)).answers, answers)) {
    await add({ kind: "answers", answers });
  }
  if (given.consent) await add(given.consent);
  return file;
}

function isSame(one: Answers, other: Answers): boolean {
  return (
    one.ageNow === other.ageNow && one.ageAtEvent === other.ageAtEvent && one.operator === other.operator
  );
}
