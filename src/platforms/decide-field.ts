/** From candidates to one state: the most trusted value is shown, a disagreement is said, nothing is merged. */
import type { Candidate, Field } from "./field.ts";
import { isNear, isSameInstant } from "./same-instant.ts";

export const unknownField: Field = { state: "not-found", value: null, candidates: [] };
/** The platform does not tell it, to anybody who reads the page: nothing was overlooked. */
export const blockedField: Field = { state: "blocked", value: null, candidates: [] };
export const notApplicable: Field = { state: "not-applicable", value: null, candidates: [] };

type IsSame = (one: string, other: string) => boolean;

const mostCandidates = 64;

/**
 * The address is trusted most, then what the page's own data says, then what it shows. Where data and sight disagree
 * the visible value is shown, because it is what a person can check (safety T13). A low-confidence candidate is kept
 * but neither shown nor set against the others.
 */
export function decide(candidates: readonly Candidate[], isSame: IsSame = isSameText): Field {
  const kept = withoutRepeats(candidates).slice(0, mostCandidates);
  const sure = kept.filter(({ confidence }) => confidence !== "low");
  const [first, ...others] = sure.sort((one, other) => rank(one) - rank(other));
  if (!first) return { ...unknownField, candidates: kept };
  if (others.every(({ value }) => isSame(first.value, value))) return shown(first, kept);
  const seen = rank(first) === 0 ? undefined : sure.find(isSeen);
  return { state: "conflict", value: (seen ?? first).value, candidates: kept };
}

/**
 * The time of a post. What an ID says of its own making never stands against the page's time unless they lie further
 * apart than the ID's bound; alone it is shown as derived.
 */
export function decideTime(candidates: readonly Candidate[]): Field {
  const stated = decide(
    candidates.filter(({ method }) => method !== "derived"),
    isSameInstant,
  );
  const derived = candidates.filter(
    ({ method, errorMs }) => method === "derived" && typeof errorMs === "number",
  );
  const kept = withoutRepeats(candidates).slice(0, mostCandidates);
  const { value } = stated;
  if (value === null) return { ...decide(derived, isSameInstant), candidates: kept };
  const isFar = derived.some((one) => !isNear(value, one.value, one.errorMs ?? 0));
  return { state: isFar ? "conflict" : stated.state, value, candidates: kept };
}

function shown(first: Candidate, candidates: Candidate[]): Field {
  const isDerived = first.method === "url" || first.method === "derived";
  return { state: isDerived ? "derived" : "found", value: first.value, candidates };
}

function rank({ method }: Candidate): number {
  if (method === "url" || method === "address-bar" || method === "derived") return 0;
  return method === "visible-text" ? 2 : 1;
}

function isSeen({ method, isHidden }: Candidate): boolean {
  return method === "visible-text" && isHidden !== true;
}

function withoutRepeats(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ method, locator, value }) => {
    const key = JSON.stringify([method, locator, value]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Marks without a look of their own, the emoji selector among them. */
const unseen = /\p{Default_Ignorable_Code_Point}/gu;

function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize("NFC").replace(unseen, "").replace(/\s+/g, " ").trim().toLowerCase();
}
