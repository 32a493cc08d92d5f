/** Keeps a redacted item beside its original and writes down what was painted over. */
import type { EvidenceItem } from "../evidence-item.ts";
import { type Keeping, keepItem } from "../keep-item.ts";
import { recordCustody } from "../record-custody.ts";
import { type Redaction, redactItem } from "./redact-item.ts";

/** The new item, read back. @throws what `redactItem` and `keepItem` throw; the original is as it was in every case */
export async function keepRedacted(
  keeping: Keeping,
  redaction: Omit<Redaction, "readFile">,
): Promise<EvidenceItem> {
  const { item } = redaction;
  const readFile = (name: string) => keeping.store.readFile(item.id, name);
  const made = await redactItem({ ...redaction, readFile });
  // It comes of no capture: there is none of this number to clear.
  const kept = await keepItem(keeping, made, made.item.id);
  const facts = {
    itemId: item.id,
    number: item.number,
    redactedItemId: kept.id,
    redactedNumber: kept.number,
    boxes: redaction.boxes.length,
  };
  const at = keeping.clock.now();
  await recordCustody(keeping.store, { caseId: item.caseId, at, action: "item.redacted", facts });
  return kept;
}
