/** Packs a case, checks the result with the verifier before anyone is told, and writes it into the log. */
import { Failure } from "../../src/base/failure.ts";
import { passphraseOf, passphraseWords } from "../../src/bundle/passphrase.ts";
import type { Recipient } from "../../src/bundle/recipient.ts";
import { whetherToPack } from "../../src/bundle/whether-to-pack.ts";
import { caseFactsOf } from "../../src/cases/case-facts.ts";
import { notedAddresses } from "../../src/cases/noted-addresses.ts";
import { keptPlaces } from "../../src/evidence/kept-places.ts";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import { lockedNameOf } from "../../src/report/locked-file.ts";
import { recordCustody } from "../../src/evidence/record-custody.ts";
import { itemsToPack } from "./items-to-pack.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { SealingOrder, SealingProgress } from "./seal-case.ts";

export interface PackedCase {
  recipient: Recipient;
  /** What is saved: the bundle itself, or the locked one. */
  name: string;
  file: Blob;
  /** The bundle itself, for a time stamp. */
  zip: Blob;
  seal: string;
  items: number;
  files: number;
  /** The sheet to print, made after sealing. */
  handOver: { name: string; file: Blob };
  /** Told once and kept nowhere; null where nothing is locked. */
  passphrase: string | null;
}

export interface PackingWish {
  caseFile: CaseFile;
  recipient: Recipient;
  /** Items that stay out. */
  leftItems: ReadonlySet<string>;
  isLocked: boolean;
  signal: AbortSignal;
  onProgress: (progress: SealingProgress) => void;
}

type PackingPorts = Pick<
  LibraryPorts,
  "store" | "clock" | "randomHex" | "randomNumbers" | "tool" | "writeLedger" | "sealCase"
>;

/**
 * @throws Failure `nothing-kept` when nothing is there for this recipient, `read-back-differs` when the bundle is not what it should be
 */
export async function packCase(ports: PackingPorts, wish: PackingWish): Promise<PackedCase> {
  const { store, clock } = ports;
  const { caseFile, recipient, signal } = wish;
  const order = await orderOf(ports, wish);
  const { bundle, handOver, locked } = await ports.sealCase(order, wish);
  signal.throwIfAborted();
  const { name, seal, files } = bundle;
  const lock = { locked: locked !== null, ...(locked && { lockedSha256: locked.sha256 }) };
  const facts = { recipient, seal, name, files, ...lock };
  await recordCustody(store, { caseId: caseFile.id, at: clock.now(), action: "bundle.packed", facts });
  await ports.writeLedger();
  return {
    recipient,
    name: locked === null ? name : lockedNameOf(name),
    file: locked?.file ?? bundle.zip,
    zip: bundle.zip,
    seal,
    items: order.items.length,
    files,
    handOver: { name: name.replace(/\.zip$/, "_handover.pdf"), file: handOver },
    passphrase: order.passphrase,
  };
}

async function orderOf(ports: PackingPorts, wish: PackingWish): Promise<SealingOrder> {
  const { store, clock, tool } = ports;
  const { caseFile, recipient } = wish;
  const whole = itemsToPack(await store.listItems(caseFile.id));
  const items = whole.filter(({ item }) => !wish.leftItems.has(item.id));
  const facts = await store.listFacts(caseFile.id);
  const log = await store.readLog(caseFile.id);
  const told = caseFactsOf(caseFile.answers, facts);
  const everyItem = whole.map(({ item }) => item);
  const noted = notedAddresses(told, keptPlaces(everyItem, log)).length;
  if (whetherToPack(recipient, { items: items.length, records: facts.length, noted }) !== "pack")
    throw new Failure(
      "nothing-kept",
      "nothing in this case was read back or written down for this recipient",
    );
  return {
    caseFile,
    items: items.map(({ item }) => item),
    checksums: new Map(items.flatMap(({ item, checksums }) => (checksums ? [[item.id, checksums]] : []))),
    leftItems: everyItem.filter(({ id }) => wish.leftItems.has(id)),
    facts,
    log,
    recipient,
    passphrase: wish.isLocked ? passphraseOf(ports.randomNumbers(passphraseWords)) : null,
    at: clock.now(),
    suffix: ports.randomHex(3),
    tool,
  };
}
