/** Checks a bundle from the container down to each digest, and says everything that does not hold. */
import { readBagInfo } from "../bundle/bag-info.ts";
import { bagPaths } from "../bundle/bag-layout.ts";
import { BundleRecord } from "../bundle/bundle-record.ts";
import type { Recipient } from "../bundle/recipient.ts";
import { dosDateTime } from "../bundle/sealing-time.ts";
import type { Verdict } from "../capture/verdict.ts";
import { titleOf } from "../report/item-words.ts";
import { visibleText } from "../base/visible-text.ts";
import type { StreamDigest } from "../base/stream-digest.ts";
import { strictText } from "../base/strict-text.ts";
import { mustMask } from "../evidence/case-file.ts";
import { checkComposites } from "./check-composites.ts";
import type { CheckThreads } from "./check-threads.ts";
import type { BagReader } from "./compare-strips.ts";
import { bagReader, openThreads } from "./bag-reader.ts";
import { type ItemFact, payloadOf, type ReadBag, shareOf } from "./bag-facts.ts";
import { checkConsent } from "./check-consent.ts";
import { checkConversations } from "./check-conversations.ts";
import { checkDrawn } from "./check-drawn.ts";
import { checkFacts } from "./check-facts.ts";
import { checkInfo } from "./check-info.ts";
import { checkItems, readItems } from "./check-items.ts";
import { checkHashdeep, checkLists } from "./check-lists.ts";
import { checkLog } from "./check-log.ts";
import { checkPictures } from "./check-pictures.ts";
import { checkRecord } from "./check-record.ts";
import { checkSignature, type SignatureFact } from "./check-signature.ts";
import { checkStamps, type StampFact } from "./check-stamps.ts";
import { contentMatches, type Finding, withoutEchoes } from "./finding.ts";
import { type Container, openContainer } from "./open-container.ts";
import { type BagReading, readBag, type ReadingWatch } from "./read-bag.ts";
import { readJsonAs } from "./read-json.ts";
import { blobMeans, StoredReader } from "./read-stored.ts";
import type { StoredEntry } from "./stored-entry.ts";
import { containerReader } from "./container-digest.ts";
import { type ContainerBytes, profileDifference } from "./zip-profile.ts";

export interface ItemSummary {
  /** `c0001`. */
  folder: string;
  /** Of an import, where it lies in the bundle. */
  url: string;
  title: string;
  /** Null when not found. */
  poster: string | null;
  postedAt: string | null;
  frames: number;
  verdict: Verdict["kind"];
}

export interface Verification {
  /** True only when there is no finding at all. */
  isSound: boolean;
  findings: Finding[];
  /** SHA-256 of `tagmanifest-sha256.txt` as it is now; compare it with the paper. Null when there is no such file. */
  seal: string | null;
  bagName: string | null;
  /** Files and bytes under `data/` as they are now. */
  files: number;
  payloadBytes: number;
  recipient: Recipient | null;
  items: ItemSummary[];
  log: { lines: number };
  signature: SignatureFact;
  /** Time stamps that hold, each by an authority whose root the reader must know from elsewhere. */
  stamps: StampFact[];
}

/** Whatever the file is, the answer is a verification; the only throw is the signal's. */
export async function verifyBundle(zip: Blob, watch: ReadingWatch = {}): Promise<Verification> {
  try {
    const container = await openContainer(zip);
    if (container.kind === "refused") return unreadable(container.finding);
    return await verifyContainer(zip, container, watch);
  } catch (error) {
    watch.signal?.throwIfAborted();
    return unreadable({ code: "reading-failed", detail: error instanceof Error ? error.message : "" });
  }
}

export function unreadable(finding: Finding): Verification {
  const nothing = {
    seal: null,
    bagName: null,
    files: 0,
    payloadBytes: 0,
    recipient: null,
    items: [],
    log: { lines: 0 },
    signature: { kind: "none" as const },
    stamps: [],
  };
  return { isSound: false, findings: [finding], ...nothing };
}

type OpenContainer = Extract<Container, { kind: "open" }>;

async function verifyContainer(
  zip: Blob,
  container: OpenContainer,
  watch: ReadingWatch,
): Promise<Verification> {
  const { bagName } = container;
  const dosDate = dateOf(bagName);
  const means = watch.means ?? (await blobMeans(zip));
  const { sha256, readPart } = means;
  const difference = await containerDifference({ sizeBytes: zip.size, readPart }, { ...container, dosDate });
  const stored = new StoredReader(means);
  const entries =
    difference === null ? container.entries.map((entry) => direct(stored, entry)) : container.entries;
  const isMasked = await mayHoldNoPicture(bagName, entries);
  const onRead = readerOf(container, { dosDate, difference, digest: watch.digest });
  const reader = bagReader(bagName, entries, { signal: watch.signal, crc32: means.crc32 });
  const shared = difference === null ? watch.threads : undefined;
  const threads = openThreads(shared, { zip, bagName, entries, reader, sha256 });
  try {
    const { signal, onProgress } = watch;
    const reading = { signal, onProgress, isMasked, onRead, sha256, threads: shared ? threads : null };
    const { files, findings } = await readBag(bagName, entries, reading);
    return await checkBag({ files, findings, bagName, difference, reader, threads }, watch);
  } finally {
    threads.end();
  }
}

interface ReadContainer extends BagReading {
  bagName: string;
  /** Where the container is not as it was sealed. */
  difference: string | null;
  reader: BagReader;
  threads: CheckThreads;
}

async function checkBag(
  { files, findings, bagName, difference, reader, threads }: ReadContainer,
  { isJustSealed }: ReadingWatch,
): Promise<Verification> {
  const { items, findings: itemFindings } = readItems({ name: bagName, files });
  const info = readBagInfo(files.get(bagPaths.info)?.text ?? "");
  const record = readJsonAs(BundleRecord, files.get(bagPaths.record)?.text ?? "");
  const bag: ReadBag = { name: bagName, files, info, record, items, share: record && shareOf(record) };
  // Threads compare strips while this one does the rest.
  const composites = isJustSealed ? Promise.resolve([]) : checkComposites(bag, threads);
  composites.catch(() => undefined);
  findings.push(...checkLists(bag));
  if (findings.length === 0) findings.push(...checkHashdeep(bag));
  const log = await checkLog(bag, info);
  findings.push(...checkInfo(bag, info), ...log.findings, ...itemFindings, ...checkRecord(bag, log.entries));
  findings.push(...checkItems(bag, log.entries), ...checkPictures(bag), ...checkConsent(bag, log.entries));
  const drawn = await checkDrawn(bag, reader);
  const conversations = await checkConversations(bag, reader);
  const facts = await checkFacts(bag, log.entries);
  const { signature, findings: signatureFindings } = await checkSignature(bag);
  const { stamps, findings: stampFindings } = await checkStamps(bag);
  findings.push(...drawn, ...(await composites), ...conversations, ...facts);
  findings.push(...signatureFindings, ...stampFindings);
  const found = withoutEchoes(findings).map(shownSafely);
  if (difference !== null) {
    found.push({ code: "container-changed", detail: found.length === 0 ? contentMatches : difference });
  }
  return {
    ...summary(bag),
    isSound: found.length === 0,
    findings: found,
    seal: files.get(bagPaths.tagManifest)?.sha256 ?? null,
    log: { lines: log.lines },
    signature,
    stamps,
  };
}

/** Read before the rest, because it says what has to be looked for; a record that says nothing says the most. */
async function mayHoldNoPicture(bagName: string, entries: readonly StoredEntry[]): Promise<boolean> {
  const entry = entries.find(({ path }) => path === `${bagName}/${bagPaths.record}`);
  const bytes = await entry?.read().catch(() => null);
  const record = bytes ? readJsonAs(BundleRecord, strictText(bytes) ?? "") : null;
  return record === null || mustMask(record.case.about);
}

/** A foreign file may have any name. */
function shownSafely(finding: Finding): Finding {
  return finding.path === undefined ? finding : { ...finding, path: visibleText(finding.path) };
}

/** In a container of exactly our form every entry can be read where it lies. */
function direct(stored: StoredReader, entry: StoredEntry): StoredEntry {
  return { ...entry, read: () => stored.read(entry) };
}

/** A container that somebody wrote anew is not as it was sealed, even when everything inside is. */
async function containerDifference(
  bytes: ContainerBytes,
  { entries, hasFolders, dosDate }: OpenContainer & { dosDate: number | null },
): Promise<string | null> {
  if (hasFolders) return "folders";
  return dosDate === null ? "date" : profileDifference(bytes, entries, dosDate);
}

interface Wanted {
  dosDate: number | null;
  difference: string | null;
  digest: StreamDigest | undefined;
}

function readerOf({ entries }: OpenContainer, { dosDate, difference, digest }: Wanted) {
  if (!digest || dosDate === null || difference !== null) return null;
  return containerReader(entries, { dosDateTime: dosDate, digest });
}

/** `keepleaf-20261121T113105Z-…`: the name carries the sealing time, ISO 8601 in UTC. */
export function bagTime(bagName: string): string {
  const [, year, month, day, hour, minute, second] =
    /^keepleaf-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(bagName) ?? [];
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/** Every entry's date is made from the sealing time. */
function dateOf(bagName: string): number | null {
  try {
    return dosDateTime(bagTime(bagName));
  } catch {
    return null;
  }
}

function summary(
  bag: ReadBag,
): Pick<Verification, "bagName" | "files" | "payloadBytes" | "recipient" | "items"> {
  const payload = payloadOf(bag);
  return {
    bagName: bag.name,
    files: payload.length,
    payloadBytes: payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    recipient: bag.record?.recipient ?? null,
    items: bag.items.map(itemSummary),
  };
}

function itemSummary({ folder, item }: ItemFact): ItemSummary {
  return {
    folder,
    url: item.address.url || `imports/${folder}`,
    title: titleOf(item),
    poster: item.fields.posterName.value ?? item.fields.posterHandle.value,
    postedAt: item.fields.postedAt.value,
    frames: item.picture?.frames.length ?? 0,
    verdict: item.verdict.kind,
  };
}
