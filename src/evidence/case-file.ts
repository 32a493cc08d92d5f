/** A case: a neutral code and whom it is about. It never changes; another answer is another case. */
import { z } from "../base/schema.ts";

/** Whether everyone concerned is 18 or older, now and when it happened. Unknown counts as under 18. */
export const AboutAge = z.enum(["unknown", "minor", "adult"]);
export type AboutAge = z.infer<typeof AboutAge>;

export const CaseFile = z.object({
  format: z.literal("keepleaf-case-1"),
  id: z.uuid(),
  /** `A-01`: no names, no words. */
  code: z.string().check(z.regex(/^[A-Z]-\d{2,4}$/)),
  about: AboutAge,
  createdAtUtc: z.string(),
});
export type CaseFile = z.infer<typeof CaseFile>;

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
