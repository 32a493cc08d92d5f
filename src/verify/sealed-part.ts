/** Reads one part of a bundle that was sealed a moment ago, so that what reading leaves behind goes with the thread of the part. */
import type { BundleReading } from "./judge-bag.ts";
import type { ReadingWatch } from "./read-bag.ts";
import { type KnownContainer, openKnown, readBundle } from "./read-bundle.ts";
import type { StoredPlace } from "./stored-entry.ts";

/** One of so many, with about as many bytes each. */
export interface BundlePart {
  index: number;
  count: number;
}

/** Parts must be read in their order where one digest is worked out of all. @throws what reading throws */
export async function readSealedPart(
  { zip, known }: { zip: Blob; known: KnownContainer },
  part: BundlePart,
  watch: Pick<ReadingWatch, "signal" | "onProgress" | "digest">,
): Promise<BundleReading> {
  const first = startOf(part, known.entries);
  const end = startOf({ ...part, index: part.index + 1 }, known.entries);
  return await readBundle(await openKnown(zip, known, watch), watch, { first, end });
}

/** The first entry before which this share of the bytes lies. */
function startOf({ index, count }: BundlePart, entries: readonly StoredPlace[]): number {
  if (index === count) return entries.length;
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let before = 0;
  for (const [at, { sizeBytes }] of entries.entries()) {
    if (before >= (total * index) / count) return at;
    before += sizeBytes;
  }
  return entries.length;
}
