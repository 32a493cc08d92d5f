/** Deletes one item for good and writes down that it was there: its number, its digest, and why. */
import { canonicalJson } from "../base/canonical-json.ts";
import type { Clock } from "../base/clock.ts";
import { sha256Hex } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { withEntry } from "./record-custody.ts";

/** @throws Failure `nothing-kept` when there is no such item */
export async function deleteItem(
  { store, clock }: { store: EvidenceStore; clock: Clock },
  itemId: string,
  reason: string,
): Promise<void> {
  const stored = await store.readItem(itemId);
  if (!stored) throw new Failure("nothing-kept", `no item ${itemId}`);
  const { item } = stored;
  const facts = {
    itemId,
    number: item.number,
    itemSha256: await sha256Hex(canonicalJson(item)),
    reason: reason.slice(0, 500),
  };
  const draft = { caseId: item.caseId, at: clock.now(), action: "item.deleted" as const, facts };
  await withEntry(store, draft, (entry) => store.deleteItem(itemId, entry));
}
