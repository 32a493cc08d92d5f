/** What a screen shows of a field: its value, and one chip that says where the value is from or why there is none. */
import type { Candidate, Field, Fields } from "../../src/platforms/field.ts";
import type { WordKey } from "../../src/words/say.ts";
import type { ChipLook } from "./chip.tsx";
import type { IconName } from "./icon.tsx";

export interface ChipWords {
  look: ChipLook;
  icon: IconName;
  word: WordKey;
}

const unlike: Record<Exclude<Field["state"], "found" | "derived">, ChipWords> = {
  typed: { look: "typed", icon: "pencil", word: "state.typed" },
  pointed: { look: "pointed", icon: "point", word: "state.pointed" },
  "not-found": { look: "missing", icon: "question", word: "state.not-found" },
  "not-applicable": { look: "none", icon: "none", word: "state.not-applicable" },
  conflict: { look: "conflict", icon: "unequal", word: "state.conflict" },
  blocked: { look: "typed", icon: "blocked", word: "state.blocked" },
};

/** The address the browser itself shows: nothing a page says is as sure. */
export const addressChip: ChipWords = { look: "found", icon: "check", word: "method.address-bar" };
/** What the page says of itself. */
export const pageChip: ChipWords = { look: "found", icon: "check", word: "method.meta" };
export const clockChip: ChipWords = { look: "found", icon: "check", word: "source.device-clock" };

export function fieldChip(field: Field): ChipWords {
  switch (field.state) {
    case "found":
      return { look: "found", icon: "check", word: methodWord(chosenCandidate(field)) ?? "state.found" };
    case "derived":
      return { look: "derived", icon: "derive", word: methodWord(chosenCandidate(field)) ?? "state.derived" };
    default:
      return unlike[field.state];
  }
}

function methodWord(candidate: Candidate | null): WordKey | null {
  return candidate && `method.${candidate.method}`;
}

/** The candidate the shown value came from. */
export function chosenCandidate({ value, candidates }: Field): Candidate | null {
  return candidates.find((candidate) => candidate.value === value) ?? candidates[0] ?? null;
}

/** Name and handle as one line, with the state of the better known of the two. */
export function posterField({ posterName, posterHandle }: Fields): Field {
  if (posterName.value === null) return posterHandle;
  if (posterHandle.value === null || posterHandle.value === posterName.value) return posterName;
  return { ...posterName, value: `${posterName.value} ${posterHandle.value}` };
}
