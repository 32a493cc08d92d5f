/** Reads the files of an open bundle once; opening one that may come from anywhere is done elsewhere, and takes far more code. */
import type { StreamDigest } from "../base/stream-digest.ts";
import { strictText } from "../base/strict-text.ts";
import { bagPaths } from "../bundle/bag-layout.ts";
import { BundleRecord } from "../bundle/bundle-record.ts";
import { bagTime, dosDateTime } from "../bundle/sealing-time.ts";
import { mustMask } from "../evidence/case-file.ts";
import { bagReader, openThreads } from "./bag-reader.ts";
import type { CheckThreads } from "./check-threads.ts";
import type { BagReader } from "./compare-strips.ts";
import { containerReader } from "./container-digest.ts";
import type { BundleReading } from "./judge-bag.ts";
import { readBag, type ReadingWatch } from "./read-bag.ts";
import { readJsonAs } from "./read-json.ts";
import { blobMeans, type ContainerMeans, StoredReader, type Sha256Of } from "./read-stored.ts";
import type { StoredEntry, StoredPlace } from "./stored-entry.ts";

export interface OpenBundle {
  kind: "open";
  bagName: string;
  /** In their order; where the container is of exactly our form, each is read where it lies. */
  entries: StoredEntry[];
  /** Where the container is not as it was sealed. */
  difference: string | null;
  dosDate: number | null;
  reader: BagReader;
  /** They are to be ended. */
  threads: CheckThreads;
  hasThreads: boolean;
  sha256: Sha256Of;
}

/** A container of exactly our form, as somebody found it before. Plain data: a thread can be sent it. */
export interface KnownContainer {
  bagName: string;
  entries: readonly StoredPlace[];
}

/** Every entry can be read where it lies; nothing of the container is looked at again. */
export async function openKnown(
  zip: Blob,
  { bagName, entries }: KnownContainer,
  watch: ReadingWatch,
): Promise<OpenBundle> {
  const means = watch.means ?? (await blobMeans(zip));
  const stored = new StoredReader(means);
  const direct = entries.map((place) => ({ ...place, read: () => stored.read(place) }));
  const found = { bagName, entries: direct, difference: null, dosDate: dosDateOf(bagName) };
  return withReader(zip, found, { ...watch, means });
}

export function withReader(
  zip: Blob,
  found: Pick<OpenBundle, "bagName" | "entries" | "difference" | "dosDate">,
  { means: { crc32, sha256 }, ...watch }: ReadingWatch & { means: ContainerMeans },
): OpenBundle {
  const { bagName, entries, difference } = found;
  const reader = bagReader(bagName, entries, { signal: watch.signal, crc32 });
  const shared = difference === null ? watch.threads : undefined;
  const threads = openThreads(shared, { zip, bagName, entries, reader, sha256 });
  return { kind: "open", ...found, reader, threads, hasThreads: shared !== undefined, sha256 };
}

/** Of its entries those from `first` on, before `end`; all of them when not said. */
export async function readBundle(
  bundle: OpenBundle,
  { signal, onProgress, digest }: ReadingWatch,
  { first, end } = { first: 0, end: bundle.entries.length },
): Promise<BundleReading> {
  const { bagName, entries, difference, sha256 } = bundle;
  const isMasked = await mayHoldNoPicture(bagName, entries);
  const reading = await readBag(bagName, entries.slice(first, end), {
    signal,
    onProgress:
      onProgress &&
      (({ filesDone }) => onProgress({ filesDone: first + filesDone, filesTotal: entries.length })),
    isMasked,
    onRead: readerOf(bundle, digest),
    sha256,
    threads: bundle.hasThreads ? bundle.threads : null,
  });
  return { ...reading, bagName, difference };
}

/** Read before the rest, because it says what has to be looked for; a record that says nothing says the most. */
async function mayHoldNoPicture(bagName: string, entries: readonly StoredEntry[]): Promise<boolean> {
  const entry = entries.find(({ path }) => path === `${bagName}/${bagPaths.record}`);
  const bytes = await entry?.read().catch(() => null);
  const record = bytes ? readJsonAs(BundleRecord, strictText(bytes) ?? "") : null;
  return record === null || mustMask(record.case.about);
}

function readerOf({ entries, dosDate, difference }: OpenBundle, digest: StreamDigest | undefined) {
  if (!digest || dosDate === null || difference !== null) return null;
  return containerReader(entries, { dosDateTime: dosDate, digest });
}

/** Every entry's date is made from the sealing time. */
export function dosDateOf(bagName: string): number | null {
  try {
    return dosDateTime(bagTime(bagName));
  } catch {
    return null;
  }
}
