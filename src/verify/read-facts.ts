/** Reads files of a bag and remembers of each what the checks need; here or on another thread, with the same result. */
import { readAhead } from "../base/read-ahead.ts";
import { isBagPath } from "../bundle/bag-layout.ts";
import type { Sha256Of } from "./read-stored.ts";
import { type FileFact, fileFact, unreadFact } from "./file-fact.ts";

/** Plain data: a thread can be sent it. */
export interface FactRun {
  /** Whether texts are searched for pictures. */
  isMasked: boolean;
  /** Paths inside the bag. */
  files: readonly { path: string; sizeBytes: number }[];
}

export interface FactReading {
  fact: FileFact;
  /** Why it could not be read whole; null where it could. */
  damage: string | null;
}

/** @throws Error that says why, where a file cannot be read whole */
export type OpenFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

export interface FactMeans {
  open: OpenFile;
  sha256: Sha256Of;
}

/** One reading for each file of the run, in order. */
export type ReadFacts = (run: FactRun) => Promise<FactReading[]>;

/** A digest is worked out elsewhere by the platform: meanwhile the next file is read. */
const readsAtOnce = 2;

/** What was read is given back at once. */
export async function readFacts(
  { isMasked, files }: FactRun,
  { release, ...means }: FactMeans & { release: (bytes: Uint8Array<ArrayBuffer>) => void },
): Promise<FactReading[]> {
  const readings: FactReading[] = [];
  const read = readAhead(files, {
    sizeOf: () => 1,
    mostBytes: readsAtOnce,
    mostReads: readsAtOnce,
    read: (file) => readFact(file, isMasked, means),
  });
  for await (const { bytes, ...reading } of read) {
    if (bytes) release(bytes);
    readings.push(reading);
  }
  return readings;
}

/** What has no place in a bag is a finding whatever it holds: it is not even read. */
export async function readFact(
  { path, sizeBytes }: FactRun["files"][number],
  isMasked: boolean,
  { open, sha256 }: FactMeans,
): Promise<FactReading & { bytes: Uint8Array<ArrayBuffer> | null }> {
  const unread = { fact: unreadFact(path, sizeBytes), bytes: null };
  if (!isBagPath(path)) return { ...unread, damage: null };
  try {
    const bytes = await open(path);
    return { fact: await fileFact(path, bytes, { isMasked, sha256 }), bytes, damage: null };
  } catch (error) {
    return { ...unread, damage: error instanceof Error ? error.message : "" };
  }
}
