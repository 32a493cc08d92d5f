/** The steps of sealing that read gigabytes, done on the thread that calls them and on those it opens. */
import { Failure } from "../../src/base/failure.ts";
import { digestOfBlob, type StreamDigest } from "../../src/base/stream-digest.ts";
import { lockBundle } from "../../src/bundle/lock-bundle.ts";
import type { MeasureFile } from "../../src/bundle/measure-file.ts";
import { type BagInput, type PackedBundle, packBag } from "../../src/bundle/pack-bundle.ts";
import { judgeSealed, readSealedPart } from "../../src/verify/sealed-bundle.ts";
import {
  type BagOrder,
  type JudgeOrder,
  type LockedFile,
  type LockOrder,
  type ReadOrder,
  type ReadPart,
  type SealingWatch,
  shareAfter,
} from "./seal-case.ts";

/** What takes long, and may be done on other threads. */
export interface BagMeans extends Pick<BagInput, "readFile" | "signer"> {
  /** Measures kept files. */
  openMeasuring(): MeasureFile;
  /** Works out the digest of a whole file; from where another one was, where that is given. */
  openDigest(from?: Uint8Array<ArrayBuffer> | null): Promise<StreamDigest>;
}

export function bagStep(
  { readFile, signer, openMeasuring }: Pick<BagMeans, "readFile" | "signer" | "openMeasuring">,
  { order, made }: BagOrder,
  { signal, onProgress }: SealingWatch,
): Promise<PackedBundle> {
  const { documents, reading } = shareAfter;
  const watch = {
    signal,
    onProgress: ({ filesDone, filesTotal, bytesDone, bytesTotal }) => {
      const share = documents + ((reading - documents) * bytesDone) / Math.max(1, bytesTotal);
      onProgress({ step: "reading", filesDone, filesTotal, share });
    },
  } satisfies Partial<BagInput>;
  return packBag({ ...order, readFile, signer, measure: openMeasuring(), ...watch }, made);
}

/** The digest goes on from the part before, and at the last one it is the whole container's. */
export async function readStep(
  { openDigest }: Pick<BagMeans, "openDigest">,
  { zip, part, known, digestState }: ReadOrder,
  { signal, onProgress }: SealingWatch,
): Promise<ReadPart> {
  const digest = await openDigest(digestState);
  const { reading } = shareAfter;
  const read = await readSealedPart(zip, part, {
    signal,
    digest,
    known,
    onProgress: ({ filesDone, filesTotal }) => {
      const share = reading + ((1 - reading) * filesDone) / Math.max(1, filesTotal);
      onProgress({ step: "checking", filesDone, filesTotal, share });
    },
  });
  const isLast = part.index + 1 === part.count;
  return isLast
    ? { read, digestState: null, zipSha256: await digest.hex() }
    : { read, digestState: await digest.state(), zipSha256: null };
}

export async function judgeStep(
  { bundle: { zip, seal }, parts }: JudgeOrder,
  { signal }: Pick<SealingWatch, "signal">,
): Promise<void> {
  const verification = await judgeSealed(zip, parts, signal);
  if (verification.isSound && verification.seal === seal) return;
  const [finding] = verification.findings;
  throw new Failure("read-back-differs", `the bundle does not verify: ${finding?.code ?? "another seal"}`);
}

export async function lockStep(
  { openDigest }: Pick<BagMeans, "openDigest">,
  { zip, passphrase }: LockOrder,
): Promise<LockedFile> {
  const file = await lockBundle(zip, passphrase);
  return { file, sha256: await digestOfBlob(file, await openDigest()) };
}
