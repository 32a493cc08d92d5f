/** What packing is given, and the checks before the first byte is written. */
import { isSafePath } from "../archive/safe-path.ts";
import { hasInlineMedia } from "../capture/inline-media.ts";
import { canonicalJson } from "../base/canonical-json.ts";
import type { Moment } from "../base/clock.ts";
import { sha256Hex } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { checkChain, logLine } from "../custody/custody-chain.ts";
import { type CustodyEntry, isKeeping } from "../custody/custody-entry.ts";
import { type CaseFile, mustMask } from "../evidence/case-file.ts";
import { EvidenceItem, itemFolder } from "../evidence/evidence-item.ts";
import { mayHoldPictures } from "../evidence/picture-right.ts";
import type { ReportSubject } from "../report/report-subject.ts";
import type { Language } from "../words/say.ts";
import { captureFile } from "./bag-layout.ts";
import type { MeasureFile } from "./measure-file.ts";
import type { Recipient } from "./recipient.ts";

/** Of the kept files. */
export interface PackProgress {
  filesDone: number;
  filesTotal: number;
  bytesDone: number;
  bytesTotal: number;
}

/** Signs the seal with the key of this installation; the key itself never leaves its place. */
export interface SealSigner {
  /** SHA-256 of the public key in its DER form (SubjectPublicKeyInfo), hex: the fingerprint on paper. */
  keySha256: string;
  publicKeyPem: string;
  /** ECDSA P-256 over SHA-256 of these bytes, as DER (RFC 3279 §2.2.3), which is what `openssl dgst -verify` reads. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
}

export interface PackInput {
  caseFile: CaseFile;
  items: readonly EvidenceItem[];
  /** Items that somebody left out: their addresses stay out as well, also where they were noted. */
  leftItems?: readonly EvidenceItem[] | undefined;
  /** Null when the file is not there or cannot be read. */
  readFile(itemId: string, name: string): Promise<Blob | null>;
  /** What people wrote down about the case, as it was stored. */
  facts: readonly unknown[];
  /** All of the case's log, from its first line. */
  log: readonly CustodyEntry[];
  recipient: Recipient;
  /** The sealing time. */
  at: Moment;
  /** Six random hexadecimal digits. */
  suffix: string;
  tool: { extensionVersion: string; buildId: string };
  /** Writes the report a person opens first, as a PDF; a thread of its own may do that. */
  writeReport(language: Language, subject: ReportSubject): Promise<Blob>;
  /** Null leaves the seal unsigned, and `bag-info.txt` says so. */
  signer: SealSigner | null;
  /**
   * CRC-32 of kept files from when they were read back, by the id of their item and in the order of its list. Such files are
   * not read to put the bag together: whoever gives these reads the finished container before anybody gets it.
   */
  checksums?: ReadonlyMap<string, readonly number[]> | undefined;
  /** Reads and measures a kept file; left out, this thread does it. */
  measure?: MeasureFile | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: PackProgress) => void) | undefined;
}

export interface PackedItem {
  item: EvidenceItem;
  folder: string;
  /** The bytes of `capture.json` as text, and their digest. */
  json: string;
  sha256: string;
}

/**
 * The items by number, each with its `capture.json`, after checking them against the case and its log.
 * @throws Failure `read-back-differs` when an item or the log is not what was kept
 * @throws Failure `mask-not-confirmed` when a picture of somebody under 18, or of unknown age, may be unmasked
 * @throws Failure `picture-without-consent` when a helper's item shows an adult who had not agreed to that
 */
export async function packedItems({
  caseFile,
  items,
  log,
  facts,
}: Pick<PackInput, "caseFile" | "items" | "log" | "facts">): Promise<PackedItem[]> {
  await checkLog(log, caseFile);
  if (mustMask(caseFile.about) && hasInlineMedia(JSON.stringify(facts)))
    throw new Failure("mask-not-confirmed", "what was written down holds a picture as text");
  const kept = keptDigests(log);
  const packed: PackedItem[] = [];
  for (const item of items.toSorted((one, other) => one.number - other.number)) {
    checkItem(item, caseFile, packed.at(-1)?.item.number ?? 0);
    const json = captureJson(item);
    const sha256 = await sha256Hex(json);
    if (!kept.has(sha256))
      throw new Failure("read-back-differs", `${itemFolder(item)}: the log does not know this item`, {
        itemNumber: item.number,
      });
    checkNoPictureInText(item, json);
    if (!mayHoldPictures({ caseFile, facts, log }, item, sha256))
      throw new Failure("picture-without-consent", `${itemFolder(item)}: has pictures nobody agreed to`, {
        itemNumber: item.number,
      });
    packed.push({ item, folder: itemFolder(item), json, sha256 });
  }
  return packed;
}

/** What the schema does not know would be refused by every reader, so it is not written either. */
function captureJson(item: EvidenceItem): string {
  try {
    const json = canonicalJson(item);
    if (canonicalJson(EvidenceItem.parse(item)) === json) return json;
  } catch (cause) {
    throw new Failure("read-back-differs", `${itemFolder(item)}: does not fit the schema of an item`, {
      cause,
      itemNumber: item.number,
    });
  }
  throw new Failure("read-back-differs", `${itemFolder(item)}: has facts that an item does not have`, {
    itemNumber: item.number,
  });
}

/** Digests of every `capture.json` the log says was kept. */
export function keptDigests(log: readonly CustodyEntry[]): Set<string> {
  const entries = log.filter(isKeeping);
  return new Set(
    entries.flatMap(({ facts: { itemSha256 } }) => (typeof itemSha256 === "string" ? [itemSha256] : [])),
  );
}

async function checkLog(log: readonly CustodyEntry[], { id }: CaseFile): Promise<void> {
  const check = await checkChain(log.map(logLine));
  if (check.kind === "broken")
    throw new Failure("read-back-differs", `log line ${check.line}: ${check.reason}`);
  const foreign = log.find(({ caseId }) => caseId !== id);
  if (foreign)
    throw new Failure("read-back-differs", `log line ${foreign.sequence + 1}: belongs to another case`);
}

function checkItem(item: EvidenceItem, caseFile: CaseFile, previousNumber: number): void {
  const folder = itemFolder(item);
  if (item.number === previousNumber)
    throw new Failure("read-back-differs", `${folder}: two items have this number`, {
      itemNumber: item.number,
    });
  if (item.caseId !== caseFile.id)
    throw new Failure("read-back-differs", `${folder}: belongs to another case`, { itemNumber: item.number });
  if (item.about !== caseFile.about)
    throw new Failure("read-back-differs", `${folder}: is about another age than its case`, {
      itemNumber: item.number,
    });
  if (mustMask(item.about) && item.picture && !item.isMasked) {
    throw new Failure("mask-not-confirmed", `${folder}: has a picture that was not masked`, {
      itemNumber: item.number,
    });
  }
  const names = item.files.map(({ name }) => name);
  const bad = names.find(
    (name, index) => name === captureFile || names.indexOf(name) !== index || !isSafePath(name),
  );
  if (bad !== undefined)
    throw new Failure("read-back-differs", `${folder}/${bad}: no file may have this name`, {
      itemNumber: item.number,
    });
}

function checkNoPictureInText(item: EvidenceItem, json: string): void {
  if (mustMask(item.about) && hasInlineMedia(json)) {
    throw new Failure("mask-not-confirmed", `${itemFolder(item)}/${captureFile}: holds a picture as text`, {
      itemNumber: item.number,
    });
  }
}
