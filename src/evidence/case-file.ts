/** A case: a neutral code and the answers it was opened with. It never changes; another mode is another case. */
import { z } from "../base/schema.ts";
import { Answers, noAnswers } from "../cases/answers.ts";

/** Whether everyone concerned is 18 or older, now and when it happened. Unknown counts as under 18. */
export const AboutAge = z.enum(["unknown", "minor", "adult"]);
export type AboutAge = z.infer<typeof AboutAge>;

/** `A-01`: no names, no words. */
const CaseCode = z.string().check(z.regex(/^[A-Z]-\d{2,4}$/));

export const CaseFile = z.object({
  format: z.literal("keepleaf-case-2"),
  id: z.uuid(),
  code: CaseCode,
  /** What the two ages come to; stands in every item of the case. */
  about: AboutAge,
  answers: Answers,
  /** The case whose answers were changed so much that this one was opened; null when there is none. */
  continues: z.nullable(CaseCode),
  createdAtUtc: z.string(),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** The form before, with one answer for both ages; still in stores and bundles. */
const FirstCaseFile = z.object({
  format: z.literal("keepleaf-case-1"),
  id: z.uuid(),
  code: CaseCode,
  about: AboutAge,
  createdAtUtc: z.string(),
});

/** As it may stand in a bundle, of whatever time. */
export const AnyCaseFile = z.discriminatedUnion("format", [FirstCaseFile, CaseFile]);
export type AnyCaseFile = z.infer<typeof AnyCaseFile>;

/** Both ages were asked at once: where somebody was under 18, it is not known when. Nobody was asked who typed. */
export function upgradeCase(stored: AnyCaseFile): CaseFile {
  if (stored.format === "keepleaf-case-2") return stored;
  const age = stored.about === "adult" ? "adult" : "unknown";
  const answers: Answers = { ...noAnswers, ageNow: age, ageAtEvent: age };
  return { ...stored, format: "keepleaf-case-2", answers, continues: null };
}

/** One answer under 18 makes it a minor's case; adult it is only when both are. */
export function aboutOf({ ageNow, ageAtEvent }: Pick<Answers, "ageNow" | "ageAtEvent">): AboutAge {
  if (ageNow === "under-18" || ageAtEvent === "under-18") return "minor";
  return ageNow === "adult" && ageAtEvent === "adult" ? "adult" : "unknown";
}

/** Pictures may be drawn only where everyone is known to be an adult: the law punishes copying a minor's picture (兒童及少年性剝削防制條例 §36). */
export function mustMask(about: AboutAge): boolean {
  return about !== "adult";
}

/** The next free code after the given ones: A-01 … A-99, B-01 … */
export function nextCaseCode(taken: readonly string[]): string {
  const used = new Set(taken);
  for (let index = 0; ; index += 1) {
    const letter = String.fromCharCode(65 + (Math.floor(index / 99) % 26));
    const code = `${letter}-${String((index % 99) + 1).padStart(2, "0")}`;
    if (!used.has(code)) return code;
  }
}
