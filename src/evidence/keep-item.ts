/** Keeps an item in one transaction, then reads every file back and compares; only then is it 已保存. */
import { canonicalJson } from "../base/canonical-json.ts";
import type { Clock } from "../base/clock.ts";
import { crc32 } from "../base/crc32.ts";
import { sha256Hex } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { type CustodyDraft, follow } from "../custody/custody-chain.ts";
import { isKeeping } from "../custody/custody-entry.ts";
import type { EvidenceFile } from "./evidence-file.ts";
import { type EvidenceItem, importedOf } from "./evidence-item.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import type { MadeItem } from "./make-item.ts";
import { followingLog, withEntry } from "./record-custody.ts";

export interface Keeping {
  store: EvidenceStore;
  clock: Clock;
}

/**
 * @throws Failure `storage-full`, `storage-failed`: nothing was written;
 * `read-back-differs`: the item is there but its files are not what was captured, and it stays unmarked
 */
export async function keepItem(keeping: Keeping, made: MadeItem, captureId: string): Promise<EvidenceItem> {
  const item = await writeItem(keeping, made, captureId);
  await readBack(keeping, item);
  return item;
}

async function writeItem(
  { store, clock }: Keeping,
  made: MadeItem,
  captureId: string,
): Promise<EvidenceItem> {
  const { caseId } = made.item;
  return followingLog(store, caseId, async (head, actor) => {
    const log = await store.readLog(caseId);
    // Numbers count what was ever kept, so that a deleted number is never used again.
    const number = 1 + log.filter(isKeeping).length;
    const item: EvidenceItem = { ...made.item, number };
    const facts = {
      itemId: item.id,
      number,
      itemSha256: await sha256Hex(canonicalJson(item)),
      files: item.files.length,
      verdict: item.verdict.kind,
      masked: item.isMasked,
    };
    const entry = follow(head, { caseId, at: clock.now(), actor, ...keepingLine(item, facts) });
    await store.keepItem({ item, files: made.files, entry, captureId });
    return item;
  });
}

/** What was put in by hand says so in the log too: from where, and who was at the keyboard. */
function keepingLine(item: EvidenceItem, facts: CustodyDraft["facts"]): Omit<CustodyDraft, "caseId" | "at"> {
  const imported = importedOf(item);
  if (!imported) return { action: "item.kept", facts };
  const from = imported.files.map(({ calledThere }) => calledThere).join(" / ");
  return { action: "item.imported", actor: imported.by, facts: { ...facts, from: from.slice(0, 2_000) } };
}

/** A frame of a 4K screen takes up to 25 MB. */
const filesAtOnce = 4;

/** Its CRC-32; null where it is not there, or not what was kept. */
async function checksumOf(
  store: EvidenceStore,
  itemId: string,
  { name, sha256 }: EvidenceFile,
): Promise<number | null> {
  const blob = await store.readFile(itemId, name);
  if (blob === null) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return (await sha256Hex(bytes)) === sha256 ? crc32(bytes) : null;
}

/** @throws Failure `read-back-differs` naming the first file that is not what it was */
export async function readBack({ store, clock }: Keeping, item: EvidenceItem): Promise<void> {
  const stored = await store.readItem(item.id);
  if (!stored || canonicalJson(stored.item) !== canonicalJson(item)) {
    throw new Failure("read-back-differs", `item ${item.number} reads back differently`);
  }
  const checksums = await checksumsOf(store, item);
  const at = clock.now();
  const facts = { itemId: item.id, number: item.number, files: item.files.length };
  const draft = { caseId: item.caseId, at, action: "item.read-back" as const, facts };
  await withEntry(store, draft, (entry) => store.markReadBack(item.id, { at, checksums }, entry));
}

async function checksumsOf(store: EvidenceStore, item: EvidenceItem): Promise<number[]> {
  const checksums: number[] = [];
  for (let at = 0; at < item.files.length; at += filesAtOnce) {
    const some = item.files.slice(at, at + filesAtOnce);
    const found = await Promise.all(some.map((file) => checksumOf(store, item.id, file)));
    for (const [index, checksum] of found.entries()) {
      if (checksum === null)
        throw new Failure(
          "read-back-differs",
          `${some[index]?.name} of item ${item.number} reads back differently`,
        );
      checksums.push(checksum);
    }
  }
  return checksums;
}
