/** What answers on the screen come to, before they are written down. */
import { type Answers, settledAnswers } from "../../../src/cases/answers.ts";
import type { BodyOf } from "../../../src/cases/case-fact.ts";
import { type MaskReason, maskReasonFor } from "../../../src/evidence/capture-mode.ts";

/** Null where the person is at the keyboard, or nothing was agreed to; pictures count only of adults. */
export function consentGiven(given: Answers, consent: BodyOf<"consent">): BodyOf<"consent"> | null {
  const { ageNow, ageAtEvent, operator } = settledAnswers(given);
  if (operator === "self" || operator === "unknown") return null;
  const isAdult = ageNow === "adult" && ageAtEvent === "adult";
  const scopes = consent.scopes.filter((scope) => isAdult || scope !== "pictures");
  return scopes.length === 0 ? null : { ...consent, scopes };
}

export function maskReasonWith(given: Answers, consent: BodyOf<"consent"> | null): MaskReason | null {
  return maskReasonFor(settledAnswers(given), consent?.scopes.includes("pictures") ?? false);
}
