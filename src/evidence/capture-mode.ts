/** Whether a case lets pictures be drawn, and why not: fixed by its answers, opened only by recorded consent. */
import type { Answers } from "../cases/answers.ts";
import { type CaseFacts, hasPictureConsent } from "../cases/case-facts.ts";
import { aboutOf, type CaseFile, mustMask } from "./case-file.ts";

/** `no-consent`: an adult's case in the hands of somebody else, or of somebody who did not say who they are. */
export type MaskReason = "under-18" | "age-unknown" | "no-consent";

/** Null where pictures may be drawn. For an adult, copying needs the person's consent (刑法 §319-3). */
export function maskReason(
  { about, answers }: CaseFile,
  facts: Pick<CaseFacts, "consents">,
): MaskReason | null {
  if (mustMask(about)) return about === "minor" ? "under-18" : "age-unknown";
  return answers.operator === "self" || hasPictureConsent(facts) ? null : "no-consent";
}

/** Whether a case with the first answers may go on under the second: who may see pictures must stay the same. */
export function isSameMode(first: Answers, second: Answers): boolean {
  return modeOf(first) === modeOf(second);
}

function modeOf(answers: Answers): "masked" | "own" | "helped" {
  if (mustMask(aboutOf(answers))) return "masked";
  return answers.operator === "self" ? "own" : "helped";
}
