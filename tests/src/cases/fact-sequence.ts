/** Records one after the other, as a store would give them. */
import type { CaseFact, FactBody } from "../../../src/cases/case-fact.ts";
import { at, caseId } from "../../store/store-samples.ts";

export function factId(number: number): string {
  return `66666666-6666-4666-8666-${String(number).padStart(12, "0")}`;
}

/** The first record has log line 1 and the id `factId(1)`; a pair corrects the record of that number. */
export function factSequence(...bodies: readonly (FactBody | readonly [number, FactBody])[]): CaseFact[] {
  return bodies.map((given, index) => {
    const [replaced, body] = isPair(given) ? given : ([null, given] as const);
    const sequence = index + 1;
    const replaces = replaced === null ? null : factId(replaced);
    return { format: "keepleaf-fact-1", id: factId(sequence), caseId, sequence, at, replaces, body };
  });
}

function isPair(given: FactBody | readonly [number, FactBody]): given is readonly [number, FactBody] {
  return Array.isArray(given);
}
