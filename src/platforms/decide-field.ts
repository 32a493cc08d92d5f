/** From candidates to one state: the most trusted value is shown, a disagreement is said, nothing is merged. */
import type { Candidate, Field } from "./field.ts";

export const unknownField: Field = { state: "not-found", value: null, candidates: [] };

/** Most trusted first. A low-confidence candidate is kept but neither shown nor set against the others. */
export function decide(
  candidates: readonly Candidate[],
  isSame: (one: string, other: string) => boolean = isSameText,
): Field {
  const kept = [...candidates].slice(0, 64);
  const [first, ...others] = kept.filter(({ confidence }) => confidence !== "low");
  if (!first) return { ...unknownField, candidates: kept };
  const isDisputed = others.some(({ value }) => !isSame(first.value, value));
  if (isDisputed) return { state: "conflict", value: first.value, candidates: kept };
  return { state: first.method === "url" ? "derived" : "found", value: first.value, candidates: kept };
}

function isSameText(one: string, other: string): boolean {
  return one.normalize("NFC").trim().toLowerCase() === other.normalize("NFC").trim().toLowerCase();
}
