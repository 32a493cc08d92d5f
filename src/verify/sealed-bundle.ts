/**
 * The check of a bundle that was sealed a moment ago, in parts: each may be done on a thread of its own, so that what
 * reading left behind goes with the thread. Together they are what `verifyBundle` does.
 */
import type { Finding } from "./finding.ts";
import { type BundleReading, judgeBag } from "./judge-bag.ts";
import { type KnownContainer, type OpenBundle, openBundle, openKnown, readBundle } from "./open-bundle.ts";
import type { ReadingWatch } from "./read-bag.ts";
import type { StoredEntry } from "./stored-entry.ts";
import { unreadable, type Verification } from "./verification.ts";

/** One of so many, with about as many bytes each. */
export interface BundlePart {
  index: number;
  count: number;
}

export type PartReading =
  | { kind: "read"; reading: BundleReading; known: KnownContainer | null }
  | { kind: "refused"; finding: Finding };

interface PartWatch extends Pick<ReadingWatch, "signal" | "onProgress" | "digest"> {
  /** By the part before. */
  known: KnownContainer | null;
}

/** Parts must be read in their order where one digest is worked out of all. @throws what reading throws */
export async function readSealedPart(
  zip: Blob,
  part: BundlePart,
  { known, ...watch }: PartWatch,
): Promise<PartReading> {
  const bundle = known ? await openKnown(zip, known, watch) : await openBundle(zip, watch);
  if (bundle.kind === "refused") return bundle;
  const first = startOf(part, bundle.entries);
  const end = startOf({ ...part, index: part.index + 1 }, bundle.entries);
  const reading = await readBundle(bundle, watch, { first, end });
  return { kind: "read", reading, known: knownOf(bundle) };
}

/** Null where it was not as it was sealed: then nothing of it is taken as known. */
function knownOf({ bagName, entries, difference }: OpenBundle): KnownContainer | null {
  if (difference !== null) return null;
  return { bagName, entries: entries.map(({ read: _, ...place }) => place) };
}

/** The first entry before which this share of the bytes lies. */
function startOf({ index, count }: BundlePart, entries: readonly StoredEntry[]): number {
  if (index === count) return entries.length;
  const total = entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  let before = 0;
  for (const [at, { sizeBytes }] of entries.entries()) {
    if (before >= (total * index) / count) return at;
    before += sizeBytes;
  }
  return entries.length;
}

/** By all its parts, in their order. */
export async function judgeSealed(
  zip: Blob,
  parts: readonly PartReading[],
  signal?: AbortSignal,
): Promise<Verification> {
  const readings: BundleReading[] = [];
  let known: KnownContainer | null = null;
  for (const part of parts) {
    if (part.kind === "refused") return unreadable(part.finding);
    readings.push(part.reading);
    known = part.known;
  }
  const bundle = known ? await openKnown(zip, known, { signal }) : await openBundle(zip, { signal });
  if (bundle.kind === "refused") return unreadable(bundle.finding);
  const { bagName, difference, reader, threads } = bundle;
  const files = new Map(readings.flatMap((reading) => [...reading.files]));
  const findings = readings.flatMap((reading) => reading.findings);
  return await judgeBag({ bagName, difference, files, findings }, { reader, threads, isJustSealed: true });
}
