/** Steps and comparisons that the laws of a store are made of. */
import { emptyLog, follow } from "../../src/custody/custody-chain.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { at, captureId, caseFile, caseId, itemNumber } from "./store-samples.ts";

export function same(found: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: found ${one}, expected ${other}`);
}

export async function refusedWith(code: string, work: () => Promise<unknown>): Promise<void> {
  const refusal = await work().then(
    () => "nothing",
    (error: unknown) => (error as { code?: string }).code,
  );
  same(refusal, code, "refusal");
}

export async function withCase(store: EvidenceStore): Promise<void> {
  await store.addCase(caseFile, follow(emptyLog, { caseId, at, action: "case.created", facts: {} }));
}

export async function keep(
  store: EvidenceStore,
  number: number,
  files: [string, string][],
): Promise<EvidenceItem> {
  const item = itemNumber(number);
  const entry = follow(await store.logHead(caseId), { caseId, at, action: "item.kept", facts: { number } });
  const blobs = new Map(files.map(([name, text]) => [name, new Blob([text])]));
  await store.keepItem({ item, files: blobs, entry, captureId });
  return item;
}
