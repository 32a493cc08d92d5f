/** What a person corrected in the fields of an item: lines of the case's log, shown over the fields; the item never changes. */
import type { Clock, Moment } from "../base/clock.ts";
import { withoutMedia } from "../capture/inline-media.ts";
import { z } from "../base/schema.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import { type Candidate, type Field, fieldNames, type Fields, valueLimit } from "../platforms/field.ts";
import type { EvidenceItem } from "./evidence-item.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { recordCustody } from "./record-custody.ts";

export const correctionMethods = ["typed", "pointed"] as const;

const text = z.string().check(z.maxLength(valueLimit));

const Facts = z.object({
  itemId: z.uuid(),
  field: z.enum(fieldNames),
  before: z.nullable(text),
  /** Null takes a correction back: what was read counts again. */
  after: z.nullable(text),
  method: z.enum(correctionMethods),
  locator: text,
  /** What was pointed at, as the page has it; absent where it was typed, and in lines of before. */
  raw: z.optional(text),
});

export interface Correction extends z.infer<typeof Facts> {
  at: Moment;
}

export type CorrectionDraft = Omit<z.infer<typeof Facts>, "itemId">;

/** Oldest first. Lines of another shape are none. */
export function correctionsOf(log: readonly CustodyEntry[], itemId: string): Correction[] {
  return log.flatMap(({ action, facts, at }) => {
    const parsed = action === "item.corrected" ? Facts.safeParse(facts) : null;
    return parsed?.success && parsed.data.itemId === itemId ? [{ ...parsed.data, at }] : [];
  });
}

/** The fields as read, with what was corrected in its place; every earlier value stays among the candidates. */
export function correctedFields(fields: Fields, corrections: readonly Correction[]): Fields {
  const corrected: Fields = { ...fields };
  for (const { field: name, after, method, locator, raw = after } of corrections) {
    const read = fields[name];
    if (after === null) {
      if (read) corrected[name] = read;
      else delete (corrected as Partial<Fields>)[name];
    } else
      corrected[name] = corrects(read, {
        value: after,
        method,
        locator,
        raw: raw ?? after,
        confidence: "high",
      });
  }
  return corrected;
}

const mostCandidates = 64;

function corrects(read: Field | undefined, candidate: Candidate): Field {
  const kept = (read?.candidates ?? []).slice(0, mostCandidates - 1);
  return {
    state: candidate.method as "typed" | "pointed",
    value: candidate.value,
    candidates: [...kept, candidate],
  };
}

/** Writes it down with the old and the new value. @throws Failure of the store */
export async function correctField(
  { store, clock }: { store: EvidenceStore; clock: Clock },
  item: Pick<EvidenceItem, "id" | "caseId" | "number">,
  draft: CorrectionDraft,
): Promise<void> {
  const { after, raw, ...rest } = draft;
  const value = after === null ? null : withoutMedia(after).trim().slice(0, valueLimit).toWellFormed();
  const asFound = raw === undefined ? {} : { raw: withoutMedia(raw).slice(0, valueLimit).toWellFormed() };
  const facts = { itemId: item.id, number: item.number, ...rest, ...asFound, after: value };
  await recordCustody(store, { caseId: item.caseId, at: clock.now(), action: "item.corrected", facts });
}
