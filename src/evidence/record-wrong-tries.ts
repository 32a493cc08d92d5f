/** Wrong passphrases as a fact of custody: which case a locked file belongs to, and the line in its log. Never what was typed. */
import type { Clock } from "../base/clock.ts";
import type { CustodyEntry } from "../custody/custody-entry.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import { recordCustody } from "./record-custody.ts";

/** What is known of the file. */
export interface TriedFile {
  caseId: string;
  /** Of the bundle. */
  name: string;
  seal: string;
}

/** The case that packed it, found before it is opened; `digest` is worked out only where some line could answer it. */
export async function whoseLocked(
  store: EvidenceStore,
  digest: () => Promise<string>,
): Promise<TriedFile | null> {
  const packed = (await bundleLines(store)).filter(({ facts }) => typeof facts["lockedSha256"] === "string");
  if (packed.length === 0) return null;
  const sha256 = await digest();
  return fileIn(packed.find(({ facts }) => facts["lockedSha256"] === sha256));
}

/** The case that packed it or took it in, found once it is open. */
export async function whoseSeal(store: EvidenceStore, seal: string): Promise<TriedFile | null> {
  return fileIn((await bundleLines(store)).find(({ facts }) => facts["seal"] === seal));
}

async function bundleLines(store: EvidenceStore): Promise<CustodyEntry[]> {
  const logs = await Promise.all((await store.listCases()).map(({ id }) => store.readLog(id)));
  return logs.flat().filter(({ action }) => action === "bundle.packed" || action === "bundle.imported");
}

function fileIn(entry: CustodyEntry | undefined): TriedFile | null {
  if (!entry) return null;
  const { name, seal } = entry.facts;
  return { caseId: entry.caseId, name: String(name), seal: String(seal) };
}

/** One line for so many tries. */
export async function recordWrongTries(
  { store, clock }: { store: EvidenceStore; clock: Clock },
  { caseId, name, seal }: TriedFile,
  tries: number,
): Promise<void> {
  const facts = { name, seal, tries };
  await recordCustody(store, { caseId, at: clock.now(), action: "unlock.failed", facts });
}
