/** Reads one part of a bundle that was sealed a moment ago, so that what reading leaves behind goes with the thread of the part. */
import type { BundleReading } from "./judge-bag.ts";
import type { ReadingWatch } from "./read-bag.ts";
import { type KnownContainer, openKnown, readBundle } from "./read-bundle.ts";
import type { StoredPlace } from "./stored-entry.ts";

/** Entries by their place in the list, the last not included. */
export interface BundlePart {
  first: number;
  end: number;
}

/** What reading leaves behind goes with its thread: of a gigabyte 35 MB (measured, Chromium 156). */
const partBytes = 256 * 1024 * 1024;
/** A file so large is held whole: it has a part of its own where the one before has read this much. */
const largeBytes = 16 * 1024 * 1024;
const worthPartBytes = 64 * 1024 * 1024;

/** All entries, in their order; one part at least. */
export function sealedParts(entries: readonly Pick<StoredPlace, "sizeBytes">[]): BundlePart[] {
  const parts: BundlePart[] = [];
  let part: BundlePart = { first: 0, end: 0 };
  let bytes = 0;
  for (const [index, { sizeBytes }] of entries.entries()) {
    const isFull = bytes >= partBytes || (sizeBytes >= largeBytes && bytes >= worthPartBytes);
    if (isFull) {
      parts.push(part);
      part = { first: index, end: index };
      bytes = 0;
    }
    part.end = index + 1;
    bytes += sizeBytes;
  }
  return [...parts, part];
}

/** Parts must be read in their order where one digest is worked out of all. @throws what reading throws */
export async function readSealedPart(
  { zip, known }: { zip: Blob; known: KnownContainer },
  part: BundlePart,
  watch: Pick<ReadingWatch, "signal" | "onProgress" | "digest">,
): Promise<BundleReading> {
  return await readBundle(await openKnown(zip, known, watch), watch, part);
}
