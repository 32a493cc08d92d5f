/** Checks a bundle from the container down to each digest, and says everything that does not hold. */
import { judgeBag } from "./judge-bag.ts";
import { openBundle } from "./open-bundle.ts";
import type { ReadingWatch } from "./read-bag.ts";
import { readBundle } from "./read-bundle.ts";
import { unreadable, type Verification } from "./verification.ts";

/** Whatever the file is, the answer is a verification; the only throw is the signal's. */
export async function verifyBundle(zip: Blob, watch: ReadingWatch = {}): Promise<Verification> {
  try {
    const bundle = await openBundle(zip, watch);
    if (bundle.kind === "refused") return unreadable(bundle.finding);
    const { reader, threads } = bundle;
    try {
      const reading = await readBundle(bundle, watch);
      return await judgeBag(reading, { reader, threads, isJustSealed: watch.isJustSealed ?? false });
    } finally {
      threads.end();
    }
  } catch (error) {
    watch.signal?.throwIfAborted();
    return unreadable({ code: "reading-failed", detail: error instanceof Error ? error.message : "" });
  }
}
