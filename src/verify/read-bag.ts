/** Reads every file of an open container once, in its order, and remembers what the checks need. */
import { isBagPath } from "../bundle/bag-layout.ts";
import { readAhead } from "../base/read-ahead.ts";
import { bundleLimits } from "../bundle/bundle-limits.ts";
import { type FileFact, fileFact, unreadFact } from "./file-fact.ts";
import type { Finding } from "./finding.ts";
import type { StoredEntry } from "./stored-entry.ts";

export interface BagReading {
  files: Map<string, FileFact>;
  findings: Finding[];
}

export interface ReadingWatch {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: { filesDone: number; filesTotal: number }) => void) | undefined;
  /** By whoever sealed the bundle a moment ago and held every frame to its digest: pictures are not drawn anew. */
  isJustSealed?: boolean;
}

/** Paths are those inside the bag: `bagName/` is taken off. A file that cannot be read whole is a finding. */
export async function readBag(
  bagName: string,
  entries: readonly StoredEntry[],
  { signal, onProgress }: ReadingWatch,
): Promise<BagReading> {
  const reading: BagReading = { files: new Map(), findings: [] };
  const facts = readAhead(entries, {
    ...bundleLimits.readAhead,
    sizeOf: ({ sizeBytes }) => sizeBytes,
    read: (entry) => factOf(entry.path.slice(bagName.length + 1), entry, reading.findings),
  });
  for await (const fact of facts) {
    signal?.throwIfAborted();
    reading.files.set(fact.path, fact);
    onProgress?.({ filesDone: reading.files.size, filesTotal: entries.length });
  }
  return reading;
}

/** What has no place in a bag is a finding whatever it holds: it is not even read. */
async function factOf(path: string, entry: StoredEntry, findings: Finding[]): Promise<FileFact> {
  if (!isBagPath(path)) return unreadFact(path, entry.sizeBytes);
  try {
    return await fileFact(path, await entry.read());
  } catch (error) {
    findings.push({ code: "file-damaged", path, detail: error instanceof Error ? error.message : "" });
    return unreadFact(path, entry.sizeBytes);
  }
}
