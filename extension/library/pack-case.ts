/** Packs a case, checks the result with the verifier before anyone is told, and writes it into the log. */
import { Failure } from "../../src/base/failure.ts";
import { packBundle } from "../../src/bundle/pack-bundle.ts";
import type { PackProgress } from "../../src/bundle/pack-input.ts";
import type { Recipient } from "../../src/bundle/recipient.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import { recordCustody } from "../../src/evidence/record-custody.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import { itemsToPack } from "./items-to-pack.ts";
import type { LibraryPorts } from "./library-ports.ts";

export interface PackedCase {
  recipient: Recipient;
  name: string;
  zip: Blob;
  seal: string;
  items: number;
  files: number;
}

export interface PackingWish {
  caseFile: CaseFile;
  recipient: Recipient;
  signal: AbortSignal;
  onProgress: (progress: PackProgress) => void;
}

type PackingPorts = Pick<
  LibraryPorts,
  "store" | "clock" | "randomHex" | "tool" | "writeLedger" | "reportFont" | "openSigner"
>;

/**
 * @throws Failure `nothing-kept` when no item was read back, `read-back-differs` when the bundle is not what it should be
 */
export async function packCase(ports: PackingPorts, wish: PackingWish): Promise<PackedCase> {
  const { store, clock, tool } = ports;
  const { caseFile, recipient, signal, onProgress } = wish;
  const items = itemsToPack(await store.listItems(caseFile.id));
  if (items.length === 0) throw new Failure("nothing-kept", "nothing in this case was read back");
  const bundle = await packBundle({
    caseFile,
    items: items.map(({ item }) => item),
    readFile: (itemId, name) => store.readFile(itemId, name),
    facts: await store.listFacts(caseFile.id),
    log: await store.readLog(caseFile.id),
    recipient,
    at: clock.now(),
    suffix: ports.randomHex(3),
    tool,
    font: await ports.reportFont(),
    signer: await ports.openSigner(),
    signal,
    onProgress,
  });
  await holdToSeal(bundle, signal);
  const { name, zip, seal, files } = bundle;
  const facts = { recipient, seal, name, files };
  await recordCustody(store, { caseId: caseFile.id, at: clock.now(), action: "bundle.packed", facts });
  await ports.writeLedger();
  return { recipient, name, zip, seal, items: items.length, files };
}

async function holdToSeal({ zip, seal }: { zip: Blob; seal: string }, signal: AbortSignal): Promise<void> {
  const verification = await verifyBundle(zip, { signal });
  if (verification.isSound && verification.seal === seal) return;
  const [finding] = verification.findings;
  throw new Failure("read-back-differs", `the bundle does not verify: ${finding?.code ?? "another seal"}`);
}
