/** The second look at files of a bag, by their paths inside it: pictures are read once more to be compared. */
import { PictureRoom } from "../capture/png/vectors/picture-room.ts";
import type { BagReader } from "./compare-strips.ts";
import type { ReadingWatch } from "./read-bag.ts";
import type { StoredEntry } from "./stored-entry.ts";
import { StripThreads, type ThreadMeans } from "./strip-threads.ts";

/** What cannot be read is a finding already. */
export function bagReader(
  bagName: string,
  entries: readonly StoredEntry[],
  { signal }: ReadingWatch,
): BagReader {
  const byPath = byBagPath(bagName, entries);
  return {
    signal,
    room: PictureRoom.open(),
    read: async (path) =>
      (await byPath
        .get(path)
        ?.read()
        .catch(() => null)) ?? null,
  };
}

interface OpenBag {
  zip: Blob;
  bagName: string;
  entries: readonly StoredEntry[];
  reader: BagReader;
}

/** Threads are of use in a container of exactly our form only: there a file can be read where it lies. */
export function openStrips(
  threads: ThreadMeans | undefined,
  { zip, bagName, entries, reader }: OpenBag,
): StripThreads {
  return new StripThreads(threads ?? null, { zip, entries: byBagPath(bagName, entries), bag: reader });
}

function byBagPath(bagName: string, entries: readonly StoredEntry[]): Map<string, StoredEntry> {
  return new Map(entries.map((entry) => [entry.path.slice(bagName.length + 1), entry]));
}
