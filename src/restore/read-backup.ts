/** Reads of a backup what is whole: every item with all its files, what people wrote down, and the log as far as it chains. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import { bagPaths, captureFile, itemFilePath } from "../bundle/bag-layout.ts";
import { BundleRecord } from "../bundle/bundle-record.ts";
import { isWhole } from "../bundle/recipient.ts";
import { CaseFact } from "../cases/case-fact.ts";
import { checkChain } from "../custody/custody-chain.ts";
import { CustodyEntry } from "../custody/custody-entry.ts";
import { EvidenceItem } from "../evidence/evidence-item.ts";
import type { Finding } from "../verify/finding.ts";
import { FactsFile } from "../verify/check-facts.ts";
import { openContainer } from "../verify/open-container.ts";
import { readJsonAs } from "../verify/read-json.ts";
import type { StoredEntry } from "../verify/stored-entry.ts";

/** An item whose files are read, and held to their digests, when its turn comes. */
export interface BackedUpItem {
  folder: string;
  sha256: string;
  item: EvidenceItem;
  /** Null when a file is missing or not what it was. */
  files(): Promise<Map<string, Blob> | null>;
}

export interface Backup {
  record: BundleRecord;
  /** From its first line to the last that chains. */
  log: CustodyEntry[];
  items: BackedUpItem[];
  facts: CaseFact[];
  /** Folders whose `capture.json` is not what the record names. */
  damaged: string[];
  isLogWhole: boolean;
}

export type BackupReading =
  | { kind: "read"; backup: Backup }
  | { kind: "refused"; finding: Finding }
  /** A bundle of ours, but packed for somebody who does not get everything. */
  | { kind: "not-a-backup"; recipient: BundleRecord["recipient"] };

export async function readBackup(zip: Blob): Promise<BackupReading> {
  const container = await openContainer(zip);
  if (container.kind === "refused") return container;
  const { bagName, entries } = container;
  const files = new Map(entries.map((entry) => [entry.path.slice(bagName.length + 1), entry]));
  const record = readJsonAs(BundleRecord, await textOf(files, bagPaths.record));
  if (!record) return { kind: "refused", finding: { code: "record-malformed", path: bagPaths.record } };
  if (!isWhole(record.recipient)) return { kind: "not-a-backup", recipient: record.recipient };
  const { log, isLogWhole } = await readLog(await textOf(files, bagPaths.log));
  const { items, damaged } = await readItems(files, record);
  const facts = await readFacts(await textOf(files, bagPaths.facts), log);
  return { kind: "read", backup: { record, log, items, facts, damaged, isLogWhole } };
}

type Files = ReadonlyMap<string, StoredEntry>;

/** Empty when the file is missing or damaged. */
async function textOf(files: Files, path: string): Promise<string> {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await files.get(path)?.read());
  } catch {
    return "";
  }
}

async function readLog(text: string): Promise<{ log: CustodyEntry[]; isLogWhole: boolean }> {
  const lines = text.split("\n").slice(0, -1);
  const check = await checkChain(lines);
  const whole = check.kind === "sound" ? lines : lines.slice(0, check.line - 1);
  const log = whole.map((line) => CustodyEntry.parse(JSON.parse(line)));
  return { log, isLogWhole: check.kind === "sound" && lines.length > 0 };
}

async function readItems(files: Files, { items: listed, case: { id } }: BundleRecord) {
  const items: BackedUpItem[] = [];
  const damaged: string[] = [];
  for (const { folder, sha256 } of listed) {
    const json = await textOf(files, `data/captures/${folder}/${captureFile}`);
    const item = (await sha256Hex(json)) === sha256 ? readJsonAs(EvidenceItem, json) : null;
    if (item && item.caseId === id) items.push({ folder, sha256, item, files: () => filesOf(files, item) });
    else damaged.push(folder);
  }
  return { items, damaged };
}

async function filesOf(files: Files, item: EvidenceItem): Promise<Map<string, Blob> | null> {
  const read = new Map<string, Blob>();
  for (const file of item.files) {
    const { name, sha256, mediaType } = file;
    const bytes = await files
      .get(itemFilePath(item, file))
      ?.read()
      .catch(() => null);
    if (!bytes || (await sha256Hex(bytes)) !== sha256) return null;
    read.set(name, new Blob([bytes], { type: mediaType }));
  }
  return read;
}

/** Only records that the log knows by their digest. */
async function readFacts(text: string, log: readonly CustodyEntry[]): Promise<CaseFact[]> {
  const known = new Set(log.map(({ facts: { factSha256 } }) => factSha256));
  const facts: CaseFact[] = [];
  for (const record of readJsonAs(FactsFile, text)?.facts ?? []) {
    const fact = CaseFact.safeParse(record);
    if (fact.success && known.has(await sha256Hex(canonicalJson(record)))) facts.push(fact.data);
  }
  return facts;
}
