/** The step of sealing that reads one part of the container back. */
import { readSealedPart } from "../../src/verify/sealed-part.ts";
import type { OpenDigest } from "./digest-thread.ts";
import type { ReadOrder, ReadPart, SealingWatch } from "./seal-case.ts";

/** The digest goes on from the part before, and at the last one it is the whole container's. */
export async function readStep(
  openDigest: OpenDigest,
  { zip, known, part, digestState, shareBefore }: ReadOrder,
  { signal, onProgress }: SealingWatch,
): Promise<ReadPart> {
  const digest = await openDigest(digestState);
  const reading = await readSealedPart({ zip, known }, part, {
    signal,
    digest,
    onProgress: ({ filesDone, filesTotal }) => {
      const share = shareBefore + ((1 - shareBefore) * filesDone) / Math.max(1, filesTotal);
      onProgress({ step: "checking", filesDone, filesTotal, share });
    },
  });
  const isLast = part.end === known.entries.length;
  return isLast
    ? { reading, digestState: null, zipSha256: await digest.hex() }
    : { reading, digestState: await digest.state(), zipSha256: null };
}
