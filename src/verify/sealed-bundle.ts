/**
 * The check of a bundle that was sealed a moment ago, in steps that may each be done on a thread of its own: it is opened,
 * read part by part (`sealed-part.ts`), and judged. Together they are what `verifyBundle` does.
 */
import type { Finding } from "./finding.ts";
import { type BundleReading, judgeBag } from "./judge-bag.ts";
import { openBundle } from "./open-bundle.ts";
import { type KnownContainer, openKnown } from "./read-bundle.ts";
import type { Verification } from "./verification.ts";

export type SealedContainer =
  | { kind: "known"; known: KnownContainer }
  /** It cannot be read, or is not as it was sealed. */
  | { kind: "refused"; finding: Finding };

export async function openSealed(zip: Blob, signal?: AbortSignal): Promise<SealedContainer> {
  const bundle = await openBundle(zip, { signal });
  if (bundle.kind === "refused") return bundle;
  const { bagName, entries, difference } = bundle;
  if (difference !== null)
    return { kind: "refused", finding: { code: "container-changed", detail: difference } };
  return { kind: "known", known: { bagName, entries: entries.map(({ read: _, ...place }) => place) } };
}

/** By the readings of all its parts, in their order. */
export async function judgeSealed(
  { zip, known }: { zip: Blob; known: KnownContainer },
  readings: readonly BundleReading[],
  signal?: AbortSignal,
): Promise<Verification> {
  const { bagName, difference, reader, threads } = await openKnown(zip, known, { signal });
  const files = new Map(readings.flatMap((reading) => [...reading.files]));
  const findings = readings.flatMap((reading) => reading.findings);
  return await judgeBag({ bagName, difference, files, findings }, { reader, threads, isJustSealed: true });
}
