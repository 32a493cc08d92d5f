/** Makes a bundle that was checked from its container down to each digest, and the sheet that goes with it. */
import { Failure } from "../../src/base/failure.ts";
import { digestOfBlob, type StreamDigest } from "../../src/base/stream-digest.ts";
import { lockBundle } from "../../src/bundle/lock-bundle.ts";
import type { MeasureFile } from "../../src/bundle/measure-file.ts";
import { type PackedBundle, packBundle } from "../../src/bundle/pack-bundle.ts";
import type { PackInput } from "../../src/bundle/pack-input.ts";
import { lockedNameOf } from "../../src/report/locked-file.ts";
import type { HandOver } from "../../src/report/pdf/hand-over-pdf.ts";
import { verifyBundle } from "../../src/verify/verify-bundle.ts";
import type { Language } from "../../src/words/say.ts";

/** What is packed, as it can be told to another thread. */
export interface SealingOrder
  extends Pick<
    PackInput,
    "caseFile" | "items" | "leftItems" | "facts" | "log" | "recipient" | "at" | "suffix" | "tool"
  > {
  /** Put around the bundle once it is sealed, and told on no sheet; null where it stays open. */
  passphrase: string | null;
}

/** Measures kept files, until it is ended. */
export interface Measuring {
  measure: MeasureFile;
  end(): void;
}

/** What takes long, and may be done on other threads. */
export interface SealingWork extends Pick<PackInput, "writeReport"> {
  /** For as long as the bundle is put together: checking it needs the memory. */
  openMeasuring(): Measuring;
  writeHandOver(language: Language, handOver: HandOver): Promise<Blob>;
  /** Works out the digest of the whole container, which stands on the sheet. */
  openDigest(): Promise<StreamDigest>;
}

export interface SealingMeans extends SealingWork, Pick<PackInput, "readFile" | "signer"> {}

export interface SealingProgress {
  /**
   * Kept files are read and held to their digests while the report is written from them, which may take longer; then the
   * bundle is checked from its container down, and what belongs to it is made.
   */
  step: "reading" | "report" | "checking" | "sheet" | "locking";
  filesDone: number;
  filesTotal: number;
  /** Of all there is to do, from 0 to 1. */
  share: number;
}

export interface SealingWatch {
  signal: AbortSignal;
  onProgress: (progress: SealingProgress) => void;
}

export interface SealedCase {
  bundle: PackedBundle;
  /** A PDF. */
  handOver: Blob;
  /** The bundle behind its passphrase; null where there is none. */
  locked: LockedFile | null;
}

export interface LockedFile {
  file: Blob;
  /** Goes into the log: by it the file is known again before anybody opened it. */
  sha256: string;
}

/** The digest of the whole takes its time beside the checks. */
const readingShare = 0.4;

/** @throws Failure `read-back-differs` when the bundle is not what it should be, and what `packBundle` throws */
export async function sealCase(
  means: SealingMeans,
  order: SealingOrder,
  { signal, onProgress }: SealingWatch,
): Promise<SealedCase> {
  const bundle = await packed(means, order, { signal, onProgress });
  const digest = await means.openDigest();
  await holdToSeal(bundle, { signal, onProgress, digest });
  const zipSha256 = await digest.hex();
  const files = { filesDone: bundle.files, filesTotal: bundle.files, share: 1 };
  onProgress({ step: "sheet", ...files });
  const handOver = await handOverSheet({ means, order }, { bundle, zipSha256 });
  if (order.passphrase === null) return { bundle, handOver, locked: null };
  onProgress({ step: "locking", ...files });
  const file = await lockBundle(bundle.zip, order.passphrase);
  const sha256 = await digestOfBlob(file, await means.openDigest());
  return { bundle, handOver, locked: { file, sha256 } };
}

async function packed(
  means: SealingMeans,
  order: SealingOrder,
  { signal, onProgress }: SealingWatch,
): Promise<PackedBundle> {
  const measuring = means.openMeasuring();
  try {
    return await packBundle({
      ...means,
      ...order,
      signal,
      measure: measuring.measure,
      onProgress: ({ filesDone, filesTotal, bytesDone, bytesTotal }) => {
        const share = (readingShare * bytesDone) / Math.max(1, bytesTotal);
        onProgress({ step: filesDone < filesTotal ? "reading" : "report", filesDone, filesTotal, share });
      },
    });
  } finally {
    measuring.end();
  }
}

async function holdToSeal(
  { zip, seal }: PackedBundle,
  { signal, onProgress, digest }: SealingWatch & { digest: StreamDigest },
): Promise<void> {
  const verification = await verifyBundle(zip, {
    signal,
    digest,
    isJustSealed: true,
    onProgress: ({ filesDone, filesTotal }) => {
      const share = readingShare + ((1 - readingShare) * filesDone) / Math.max(1, filesTotal);
      onProgress({ step: "checking", filesDone, filesTotal, share });
    },
  });
  if (verification.isSound && verification.seal === seal) return;
  const [finding] = verification.findings;
  throw new Failure("read-back-differs", `the bundle does not verify: ${finding?.code ?? "another seal"}`);
}

async function handOverSheet(
  { means, order }: { means: SealingMeans; order: SealingOrder },
  { bundle, zipSha256 }: { bundle: PackedBundle; zipSha256: string },
): Promise<Blob> {
  return await means.writeHandOver("zh-TW", {
    caseCode: order.caseFile.code,
    recipient: order.recipient,
    sealedAt: order.at,
    seal: bundle.seal,
    zipName: bundle.name,
    zipSha256,
    lockedName: order.passphrase !== null ? lockedNameOf(bundle.name) : null,
    zipBytes: bundle.zip.size,
    keySha256: means.signer?.keySha256 ?? null,
    items: order.items.length,
    files: bundle.files,
  });
}
