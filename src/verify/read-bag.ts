/** Reads every file of an open container once, in its order, and remembers what the checks need. */
import { isBagPath } from "../bundle/bag-layout.ts";
import { readAhead } from "../base/read-ahead.ts";
import { release } from "../base/read-blob.ts";
import type { StreamDigest } from "../base/stream-digest.ts";
import { bundleLimits } from "../bundle/bundle-limits.ts";
import { type FileFact, fileFact, unreadFact } from "./file-fact.ts";
import type { Finding } from "./finding.ts";
import type { StoredEntry } from "./stored-entry.ts";
import type { ThreadMeans } from "./strip-threads.ts";

export interface BagReading {
  files: Map<string, FileFact>;
  findings: Finding[];
}

export interface ReadingWatch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: { filesDone: number; filesTotal: number }) => void) | undefined;
  /**
   * Given every byte of the container in its order, each after it was checked, and only where the container has exactly
   * our form; the bytes are the taker's from then on.
   */
  digest?: StreamDigest | undefined;
  /** By whoever sealed the bundle a moment ago and held every frame to its digest: pictures are not drawn anew. */
  isJustSealed?: boolean;
  /** Threads that compare pictures beside this one; left out where there are none. */
  strips?: ThreadMeans | undefined;
}

export interface BagWatch extends ReadingWatch {
  /** Whether texts are searched for pictures. */
  isMasked: boolean;
  /** In the order of the entries, with the bytes of each; none where they could not be read. */
  onRead: ((entry: StoredEntry, bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>) | null;
}

/** Paths are those inside the bag: `bagName/` is taken off. A file that cannot be read whole is a finding. */
export async function readBag(
  bagName: string,
  entries: readonly StoredEntry[],
  { signal, onProgress, onRead, isMasked }: BagWatch,
): Promise<BagReading> {
  const reading: BagReading = { files: new Map(), findings: [] };
  const facts = readAhead(entries, {
    ...bundleLimits.readAhead,
    sizeOf: ({ sizeBytes }) => sizeBytes,
    read: async (entry) => ({ entry, ...(await factOf(entry, { bagName, isMasked, ...reading })) }),
  });
  for await (const { entry, fact, bytes } of facts) {
    signal?.throwIfAborted();
    if (onRead) await onRead(entry, bytes);
    else release(bytes);
    reading.files.set(fact.path, fact);
    onProgress?.({ filesDone: reading.files.size, filesTotal: entries.length });
  }
  return reading;
}

interface FactOrder extends Pick<BagReading, "findings"> {
  bagName: string;
  isMasked: boolean;
}

const nothing = new Uint8Array();

/** What has no place in a bag is a finding whatever it holds: it is not even read. */
async function factOf(
  entry: StoredEntry,
  { bagName, isMasked, findings }: FactOrder,
): Promise<{ fact: FileFact; bytes: Uint8Array<ArrayBuffer> }> {
  const path = entry.path.slice(bagName.length + 1);
  if (!isBagPath(path)) return { fact: unreadFact(path, entry.sizeBytes), bytes: nothing };
  try {
    const bytes = await entry.read();
    return { fact: await fileFact(path, bytes, isMasked), bytes };
  } catch (error) {
    findings.push({ code: "file-damaged", path, detail: error instanceof Error ? error.message : "" });
    return { fact: unreadFact(path, entry.sizeBytes), bytes: nothing };
  }
}
