/** The second look at files of a bag, by their paths inside it: pictures are read once more to be compared. */
import { PictureRoom } from "../capture/png/vectors/picture-room.ts";
import type { BagReader } from "./compare-strips.ts";
import type { OpenFile } from "./read-facts.ts";
import type { Sha256Of } from "./read-stored.ts";
import type { StoredEntry } from "./stored-entry.ts";
import { CheckThreads, type ThreadMeans } from "./check-threads.ts";

/** What cannot be read is a finding already. */
export function bagReader(
  bagName: string,
  entries: readonly StoredEntry[],
  { signal, crc32 }: Pick<BagReader, "signal" | "crc32">,
): BagReader {
  const open = openerOf(byBagPath(bagName, entries));
  return { signal, crc32, room: PictureRoom.open(), read: (path) => open(path).catch(() => null) };
}

interface OpenBag {
  zip: Blob;
  bagName: string;
  entries: readonly StoredEntry[];
  reader: BagReader;
  sha256: Sha256Of;
}

/** Threads are of use in a container of exactly our form only: there a file can be read where it lies. */
export function openThreads(
  threads: ThreadMeans | undefined,
  { zip, bagName, entries, reader, sha256 }: OpenBag,
): CheckThreads {
  const byPath = byBagPath(bagName, entries);
  const hand = { zip, entries: byPath, bag: reader, open: openerOf(byPath), sha256 };
  return new CheckThreads(threads ?? null, hand);
}

function openerOf(byPath: ReadonlyMap<string, StoredEntry>): OpenFile {
  return async (path) => {
    const entry = byPath.get(path);
    if (!entry) throw new Error("there is no such file");
    return entry.read();
  };
}

function byBagPath(bagName: string, entries: readonly StoredEntry[]): Map<string, StoredEntry> {
  return new Map(entries.map((entry) => [entry.path.slice(bagName.length + 1), entry]));
}
