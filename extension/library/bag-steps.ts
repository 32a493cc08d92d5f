/** The steps of sealing that read gigabytes, done on the thread that calls them and on those it opens. */
import { Failure } from "../../src/base/failure.ts";
import { digestOfBlob, type StreamDigest } from "../../src/base/stream-digest.ts";
import { lockBundle } from "../../src/bundle/lock-bundle.ts";
import type { MeasureFile } from "../../src/bundle/measure-file.ts";
import { type BagInput, type PackedBundle, packBag } from "../../src/bundle/pack-bundle.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import {
  type BagOrder,
  type LockedFile,
  type LockOrder,
  type SealingWatch,
  shareAfter,
} from "./seal-case.ts";

/** What takes long, and may be done on other threads. */
export interface BagMeans extends Pick<BagInput, "readFile" | "signer"> {
  /** Measures kept files. */
  openMeasuring(): MeasureFile;
  /** Works out the digest of a whole file. */
  openDigest(): Promise<StreamDigest>;
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

export async function checkStep(
  { openDigest }: Pick<BagMeans, "openDigest">,
  { zip, seal }: PackedBundle,
  { signal, onProgress }: SealingWatch,
): Promise<string> {
  const digest = await openDigest();
  const { reading } = shareAfter;
  const verification = await verifyBundle(zip, {
    signal,
    digest,
    isJustSealed: true,
    onProgress: ({ filesDone, filesTotal }) => {
      const share = reading + ((1 - reading) * filesDone) / Math.max(1, filesTotal);
      onProgress({ step: "checking", filesDone, filesTotal, share });
    },
  });
  if (verification.isSound && verification.seal === seal) return await digest.hex();
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
