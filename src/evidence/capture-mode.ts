/** Whether a case lets pictures be drawn, and why not: fixed by its answers, opened only by recorded consent. */
import type { Answers } from "../cases/answers.ts";
import { type CaseFacts, hasPictureConsent } from "../cases/case-facts.ts";
import { aboutOf, type CaseFile, mustMask } from "./case-file.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { readCaseFacts } from "./record-fact.ts";

/** `no-consent`: an adult's case in the hands of somebody else, or of somebody who did not say who they are. */
export type MaskReason = "under-18" | "age-unknown" | "no-consent";

/** Null where pictures may be drawn. The answers as they stand say why, the case itself says whether. */
export function maskReason(
  { about, answers }: CaseFile,
  facts: Pick<CaseFacts, "answers" | "consents">,
): MaskReason | null {
  const isChild = about === "minor" || aboutOf(facts.answers) === "minor";
  if (mustMask(about)) return isChild ? "under-18" : "age-unknown";
  return maskReasonFor(answers, hasPictureConsent(facts));
}

/** The same for answers that no case has yet. For an adult, copying needs the person's consent (刑法 §319-3). */
export function maskReasonFor(answers: Answers, hasConsent: boolean): MaskReason | null {
  const about = aboutOf(answers);
  if (mustMask(about)) return about === "minor" ? "under-18" : "age-unknown";
  return answers.operator === "self" || hasConsent ? null : "no-consent";
}

/** For a capture that begins now. */
export async function readMaskReason(store: EvidenceStore, file: CaseFile): Promise<MaskReason | null> {
  return maskReason(file, await readCaseFacts(store, file));
}

/** Whether a case with the first answers may go on under the second: who may see pictures must stay the same. */
export function isSameMode(first: Answers, second: Answers): boolean {
  return modeOf(first) === modeOf(second);
}

function modeOf(answers: Answers): "masked" | "own" | "helped" {
  if (mustMask(aboutOf(answers))) return "masked";
  return answers.operator === "self" ? "own" : "helped";
}
