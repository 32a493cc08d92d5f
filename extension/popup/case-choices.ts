/** The records a page can go to: every one there is, newest first, and always one without answers. */
import { maskReason } from "../../src/evidence/capture-mode.ts";
import { mustMask } from "../../src/evidence/case-file.ts";
import { isUnanswered } from "../../src/evidence/choose-case.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { readCaseFacts } from "../../src/evidence/record-fact.ts";
import type { CaseChoice } from "./popup-state.ts";

const notOpenedYet: CaseChoice = { file: null, mask: "age-unknown", isUnanswered: true };

export async function caseChoices(store: EvidenceStore): Promise<CaseChoice[]> {
  const cases = await store.listCases();
  const newestFirst = cases.sort((one, other) => other.createdAtUtc.localeCompare(one.createdAtUtc));
  const choices = await Promise.all(
    newestFirst.map(async (file) => {
      const facts = await readCaseFacts(store, file);
      const unanswered = isUnanswered(facts.answers) && mustMask(file.about);
      return { file, mask: maskReason(file, facts), isUnanswered: unanswered };
    }),
  );
  return choices.some((choice) => choice.isUnanswered) ? choices : [...choices, notOpenedYet];
}

/** The record that was chosen last, else the one without answers: whoever was never asked gets no pictures. */
export function choiceFor(choices: readonly CaseChoice[], caseId: string | null): CaseChoice {
  const wanted = choices.find(({ file }) => file !== null && file.id === caseId);
  return wanted ?? choices.find((choice) => choice.isUnanswered) ?? notOpenedYet;
}
