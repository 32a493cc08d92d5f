/** Makes a bundle that was checked from its container down to each digest, and the sheet that goes with it, step by step. */
import { codeOf } from "../../src/base/failure.ts";
import type { MeasuredFile } from "../../src/bundle/bag-file.ts";
import type { MadeDocuments, MadeLists } from "../../src/bundle/make-documents.ts";
import type { PackedBundle } from "../../src/bundle/pack-bag.ts";
import type { PackInput } from "../../src/bundle/pack-input.ts";
import type { BundleReading } from "../../src/verify/judge-bag.ts";
import type { KnownContainer } from "../../src/verify/read-bundle.ts";
import { type BundlePart, sealedParts } from "../../src/verify/sealed-part.ts";
import { lockedNameOf } from "../../src/report/locked-file.ts";
import type { HandOver } from "../../src/report/pdf/hand-over-pdf.ts";
import type { ReportSubject } from "../../src/report/report-subject.ts";

/** What is packed, as it can be told to another thread. */
export interface SealingOrder
  extends Pick<
    PackInput,
    | "caseFile"
    | "items"
    | "checksums"
    | "leftItems"
    | "facts"
    | "log"
    | "recipient"
    | "at"
    | "suffix"
    | "tool"
  > {
  /** Put around the bundle once it is sealed, and told on no sheet; null where it stays open. */
  passphrase: string | null;
}

export interface SealingProgress {
  /**
   * The report and all that is made from the same facts is written; kept files whose checksums nobody knows are read; the
   * bundle is checked from its container down to the digest of each kept file; and what belongs to it is made.
   */
  step: "report" | "reading" | "checking" | "sheet" | "locking";
  filesDone: number;
  filesTotal: number;
  /** Of all there is to do, from 0 to 1. */
  share: number;
}

export type OnProgress = (progress: SealingProgress) => void;

export interface SealingWatch {
  signal: AbortSignal;
  onProgress: OnProgress;
}

/** As it can be told to another thread, which knows the key. */
export type HandOverOrder = Omit<HandOver, "keySha256">;

/** Each begins when the one before has ended and left nothing in memory but the Blobs it made. */
export interface SealingSteps {
  /** @throws what `makeLists` throws */
  lists(order: SealingOrder, watch: SealingWatch): Promise<MadeLists>;
  report(subject: ReportSubject, watch: SealingWatch): Promise<MeasuredFile>;
  /** @throws what `packBag` throws */
  bag(packing: BagOrder, watch: SealingWatch): Promise<PackedBundle>;
  /** @throws Failure `read-back-differs` when the container is not of exactly our form */
  open(zip: Blob, watch: SealingWatch): Promise<KnownContainer>;
  /** One part of the container after the other, so that no thread reads gigabytes. */
  read(reading: ReadOrder, watch: SealingWatch): Promise<ReadPart>;
  /** @throws Failure `read-back-differs` when the bundle is not what it should be */
  judge(judging: JudgeOrder, watch: SealingWatch): Promise<void>;
  /** A PDF. */
  sheet(handOver: HandOverOrder, watch: SealingWatch): Promise<Blob>;
  lock(locking: LockOrder, watch: SealingWatch): Promise<LockedFile>;
}

export interface BagOrder {
  order: SealingOrder;
  made: MadeDocuments;
}

export interface ReadOrder {
  zip: Blob;
  known: KnownContainer;
  part: BundlePart;
  /** Where the digest of the container was after the part before. */
  digestState: Uint8Array<ArrayBuffer> | null;
  /** Of all there is to do, what was done before the first part. */
  shareBefore: number;
}

export interface ReadPart {
  reading: BundleReading;
  /** Null after the last part. */
  digestState: Uint8Array<ArrayBuffer> | null;
  /** Of the whole container, after the last part. */
  zipSha256: string | null;
}

export interface JudgeOrder {
  bundle: PackedBundle;
  known: KnownContainer;
  /** Of all parts, in their order. */
  readings: readonly BundleReading[];
}

export interface LockOrder {
  zip: Blob;
  passphrase: string;
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

/** Of all there is to do, when this is done. Where every checksum is known, the bag is put together at once. */
export function sharesAfter({ items, checksums }: SealingOrder): { documents: number; reading: number } {
  const isKnown = items.every(({ id }) => checksums?.has(id));
  return isKnown ? { documents: 0.2, reading: 0.2 } : { documents: 0.15, reading: 0.5 };
}

/** @throws what its steps throw */
export async function sealCase(
  steps: SealingSteps,
  order: SealingOrder,
  watch: SealingWatch,
): Promise<SealedCase> {
  watch.onProgress({ step: "report", filesDone: 0, filesTotal: 0, share: 0 });
  const made = await documents(steps, order, watch);
  const { bundle, zipSha256 } = await checkedBag(steps, { order, made }, watch);
  const files = { filesDone: bundle.files, filesTotal: bundle.files, share: 1 };
  watch.onProgress({ step: "sheet", ...files });
  const handOver = await steps.sheet(handOverOrder(order, bundle, zipSha256), watch);
  const { passphrase } = order;
  if (passphrase === null) return { bundle, handOver, locked: null };
  watch.onProgress({ step: "locking", ...files });
  return { bundle, handOver, locked: await steps.lock({ zip: bundle.zip, passphrase }, watch) };
}

async function documents(
  steps: SealingSteps,
  order: SealingOrder,
  watch: SealingWatch,
): Promise<MadeDocuments> {
  const { files, record, subject } = await steps.lists(order, watch);
  return { files: [...files, await steps.report(subject, watch)], record };
}

/**
 * Known checksums spare one of two readings: whatever is not as it was kept is found in the finished container. Which item
 * it belongs to, so that it can be left out, is said by reading each file before the bag is put together.
 */
async function checkedBag(
  steps: SealingSteps,
  packing: BagOrder,
  watch: SealingWatch,
): Promise<{ bundle: PackedBundle; zipSha256: string }> {
  const { order } = packing;
  try {
    return await bagAndCheck(steps, packing, watch);
  } catch (error) {
    if (order.checksums === undefined || codeOf(error) !== "read-back-differs") throw error;
    const reading = { ...order, checksums: undefined };
    return await bagAndCheck(steps, { ...packing, order: reading }, watch);
  }
}

async function bagAndCheck(steps: SealingSteps, packing: BagOrder, watch: SealingWatch) {
  const { order } = packing;
  const { documents } = sharesAfter(order);
  watch.onProgress({ step: "reading", filesDone: 0, filesTotal: 0, share: documents });
  const bundle = await steps.bag(packing, watch);
  return { bundle, zipSha256: await checked(steps, { order, bundle }, watch) };
}

/** The SHA-256 of the whole container. */
async function checked(
  steps: SealingSteps,
  { order, bundle }: { order: SealingOrder; bundle: PackedBundle },
  watch: SealingWatch,
): Promise<string> {
  const { zip } = bundle;
  const shareBefore = sharesAfter(order).reading;
  const known = await steps.open(zip, watch);
  const readings: BundleReading[] = [];
  let digestState: ReadPart["digestState"] = null;
  let zipSha256: string | null = null;
  for (const part of sealedParts(known.entries)) {
    const read: ReadPart = await steps.read({ zip, known, part, digestState, shareBefore }, watch);
    readings.push(read.reading);
    ({ digestState, zipSha256 } = read);
  }
  await steps.judge({ bundle, known, readings }, watch);
  if (zipSha256 === null) throw new TypeError("the last part has the digest");
  return zipSha256;
}

function handOverOrder(order: SealingOrder, bundle: PackedBundle, zipSha256: string): HandOverOrder {
  return {
    caseCode: order.caseFile.code,
    recipient: order.recipient,
    sealedAt: order.at,
    seal: bundle.seal,
    zipName: bundle.name,
    zipSha256,
    lockedName: order.passphrase !== null ? lockedNameOf(bundle.name) : null,
    zipBytes: bundle.zip.size,
    items: order.items.length,
    files: bundle.files,
  };
}
