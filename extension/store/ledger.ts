/**
 * A second, tiny record outside IndexedDB. A damaged IndexedDB is silently replaced by an empty one (measured);
 * comparing the two makes that loss loud.
 */
import { z } from "../../src/base/schema.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { browser } from "../browser/api.ts";

const Ledger = z.object({
  format: z.literal("keepleaf-ledger-1"),
  items: z.int(),
  logs: z.record(z.string(), z.object({ length: z.int(), digest: z.string() })),
});
type Ledger = z.infer<typeof Ledger>;

const key = "ledger";

export type LedgerCheck = { kind: "sound" } | { kind: "lost"; items: number };

export async function writeLedger(store: EvidenceStore): Promise<void> {
  const cases = await store.listCases();
  const heads = await Promise.all(cases.map(async ({ id }) => [id, await store.logHead(id)] as const));
  const ledger: Ledger = {
    format: "keepleaf-ledger-1",
    items: await store.countItems(),
    logs: Object.fromEntries(heads),
  };
  await browser.storage.local.set({ [key]: ledger });
}

/**
 * "lost" when the store holds fewer items, or a shorter log, than the ledger says; `items` is how many are missing.
 * A store that is ahead is sound: the ledger is written after the commit it tells of.
 */
export async function compareLedger(store: EvidenceStore): Promise<LedgerCheck> {
  const ledger = Ledger.safeParse((await browser.storage.local.get(key))[key]);
  if (!ledger.success) return { kind: "sound" };
  for (const [caseId, head] of Object.entries(ledger.data.logs)) {
    const found = await store.logHead(caseId);
    if (found.length < head.length) {
      return { kind: "lost", items: Math.max(0, ledger.data.items - (await store.countItems())) };
    }
  }
  return { kind: "sound" };
}
