/** The answers a case starts with: two ages and who is at the keyboard. Each may stay unanswered. */
import { z } from "../base/schema.ts";

/** Of the person it happened to. `unknown` counts as under 18 wherever something depends on it. */
export const AgeAnswer = z.enum(["under-18", "adult", "unknown"]);
export type AgeAnswer = z.infer<typeof AgeAnswer>;

/** `unknown` counts as somebody else than the person, with no duty to report. */
export const OperatorRole = z.enum([
  "self",
  "parent",
  "teacher",
  "social-worker",
  "lawyer",
  "other",
  "unknown",
]);
export type OperatorRole = z.infer<typeof OperatorRole>;

export const Answers = z.object({
  ageNow: AgeAnswer,
  /** Not asked where the person is under 18 now: then it is `under-18` as well. */
  ageAtEvent: AgeAnswer,
  operator: OperatorRole,
});
export type Answers = z.infer<typeof Answers>;

export const noAnswers: Answers = { ageNow: "unknown", ageAtEvent: "unknown", operator: "unknown" };

/** Who is under 18 now was so when it happened. */
export function settledAnswers(answers: Answers): Answers {
  return answers.ageNow === "under-18" ? { ...answers, ageAtEvent: "under-18" } : answers;
}
