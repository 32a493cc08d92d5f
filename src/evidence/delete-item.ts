/** Deletes items for good, writes down that they were there and why they went, and looks whether they are gone. */
import { canonicalJson } from "../base/canonical-json.ts";
import type { Clock } from "../base/clock.ts";
import { sha256Hex } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import type { EvidenceItem } from "./evidence-item.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { withEntry } from "./record-custody.ts";

export const deletionReasons = [
  "not-said",
  "no-longer-needed",
  "consent-withdrawn",
  "kept-by-mistake",
] as const;
export type DeletionReason = (typeof deletionReasons)[number];

export interface Deleting {
  store: EvidenceStore;
  clock: Clock;
}

/**
 * The log keeps the number, the digest and the reason. What people wrote down about the item stays: it is theirs.
 * @throws Failure `nothing-kept` when there is no such item, `not-gone` when some of it can still be read,
 * `storage-failed`: nothing was deleted
 */
export async function deleteItem(
  { store, clock }: Deleting,
  itemId: string,
  reason: DeletionReason,
): Promise<void> {
  const stored = await store.readItem(itemId);
  if (!stored) throw new Failure("nothing-kept", `no item ${itemId}`);
  const { item } = stored;
  const facts = {
    itemId,
    number: item.number,
    itemSha256: await sha256Hex(canonicalJson(item)),
    reason,
  };
  const draft = { caseId: item.caseId, at: clock.now(), action: "item.deleted" as const, facts };
  await withEntry(store, draft, (entry) => store.deleteItem(itemId, entry));
  await readGone(store, item);
}

/** The counterpart of reading back: @throws Failure `not-gone` naming what can still be read */
async function readGone(store: EvidenceStore, { id, caseId, number, files }: EvidenceItem): Promise<void> {
  const listed = await store.listItems(caseId);
  if ((await store.readItem(id)) || listed.some(({ item }) => item.id === id))
    throw new Failure("not-gone", `item ${number} is still there`);
  for (const { name } of files) {
    if (await store.readFile(id, name))
      throw new Failure("not-gone", `${name} of item ${number} is still there`);
  }
  if ((await store.listCaptures()).some(({ itemId }) => itemId === id))
    throw new Failure("not-gone", `the journal of item ${number} is still there`);
  const log = await store.readLog(caseId);
  const isTold = log.some(({ action, facts }) => action === "item.deleted" && facts["itemId"] === id);
  if (!isTold) throw new Failure("not-gone", `the log does not tell of item ${number}`);
}
