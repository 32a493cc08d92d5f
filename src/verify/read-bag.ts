/** Reads every file of an open container once, in its order, and remembers what the checks need. */
import { readAhead } from "../base/read-ahead.ts";
import { release } from "../base/read-blob.ts";
import type { StreamDigest } from "../base/stream-digest.ts";
import { bundleLimits } from "../bundle/bundle-limits.ts";
import type { CheckThreads, ThreadMeans } from "./check-threads.ts";
import type { FileFact } from "./file-fact.ts";
import type { Finding } from "./finding.ts";
import { type FactReading, type FactRun, readFact } from "./read-facts.ts";
import type { ContainerMeans, Sha256Of } from "./read-stored.ts";
import type { StoredEntry } from "./stored-entry.ts";

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
  /** How this platform reads the container most quickly; as a Blob where nothing is said. */
  means?: ContainerMeans | undefined;
  /** Threads that read files and compare pictures beside this one; left out where there are none. */
  threads?: ThreadMeans | undefined;
}

export interface BagWatch extends Pick<ReadingWatch, "signal" | "onProgress"> {
  /** Whether texts are searched for pictures. */
  isMasked: boolean;
  /** In the order of the entries, with the bytes of each; none where they could not be read. */
  onRead: ((entry: StoredEntry, bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>) | null;
  sha256: Sha256Of;
  /** Null where every file is read here, as it must be where its bytes are asked for. */
  threads: Pick<CheckThreads, "readFacts" | "atOnce"> | null;
}

/** Paths are those inside the bag: `bagName/` is taken off. A file that cannot be read whole is a finding. */
export async function readBag(
  bagName: string,
  entries: readonly StoredEntry[],
  { signal, onProgress, threads, ...watch }: BagWatch,
): Promise<BagReading> {
  const reading: BagReading = { files: new Map(), findings: [] };
  const pathOf = (entry: StoredEntry) => entry.path.slice(bagName.length + 1);
  const bytes = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const shared = watch.onRead === null && bytes >= worthThreadsBytes ? threads : null;
  const facts = shared
    ? readOnThreads(entries, pathOf, { ...watch, threads: shared })
    : readHere(entries, pathOf, watch);
  for await (const { fact, damage } of facts) {
    signal?.throwIfAborted();
    if (damage !== null) reading.findings.push({ code: "file-damaged", path: fact.path, detail: damage });
    reading.files.set(fact.path, fact);
    onProgress?.({ filesDone: reading.files.size, filesTotal: entries.length });
  }
  return reading;
}

/** Below it one thread is done before others have begun. */
const worthThreadsBytes = 32 * 1024 * 1024;

type PathOf = (entry: StoredEntry) => string;

const nothing = new Uint8Array();

async function* readHere(
  entries: readonly StoredEntry[],
  pathOf: PathOf,
  { isMasked, onRead, sha256 }: Pick<BagWatch, "isMasked" | "onRead" | "sha256">,
): AsyncGenerator<FactReading> {
  const readings = readAhead(entries, {
    ...bundleLimits.readAhead,
    sizeOf: ({ sizeBytes }) => sizeBytes,
    read: async (entry) => {
      const file = { path: pathOf(entry), sizeBytes: entry.sizeBytes };
      return { entry, ...(await readFact(file, isMasked, { open: () => entry.read(), sha256 })) };
    },
  });
  for await (const { entry, bytes, ...reading } of readings) {
    if (onRead) await onRead(entry, bytes ?? nothing);
    else if (bytes) release(bytes);
    yield reading;
  }
}

/** Of one turn of a thread: enough that asking costs nothing beside it, few enough that a stop is soon heard. */
const turnBytes = 8 * 1024 * 1024;
const turnFiles = 64;

async function* readOnThreads(
  entries: readonly StoredEntry[],
  pathOf: PathOf,
  { isMasked, threads }: Pick<BagWatch, "isMasked"> & { threads: NonNullable<BagWatch["threads"]> },
): AsyncGenerator<FactReading> {
  const turns = turnsOf(entries.map((entry) => ({ path: pathOf(entry), sizeBytes: entry.sizeBytes })));
  // A long report stands nearly last: begun last, it would be waited for by every other thread.
  const longest = turns.find(([file]) => (file?.sizeBytes ?? 0) > turnBytes);
  const begun = longest && threads.readFacts({ isMasked, files: longest });
  begun?.catch(() => undefined);
  const readings = readAhead(turns, {
    sizeOf: () => 1,
    mostBytes: threads.atOnce,
    mostReads: threads.atOnce,
    read: (files) => (begun && files === longest ? begun : threads.readFacts({ isMasked, files })),
  });
  for await (const turn of readings) yield* turn;
}

function turnsOf(files: FactRun["files"]): FactRun["files"][number][][] {
  const turns: FactRun["files"][number][][] = [];
  let bytes = turnBytes;
  for (const file of files) {
    const turn = turns.at(-1);
    if (!turn || bytes + file.sizeBytes > turnBytes || turn.length === turnFiles) turns.push([file]);
    else turn.push(file);
    bytes = turns.at(-1)?.length === 1 ? file.sizeBytes : bytes + file.sizeBytes;
  }
  return turns;
}
