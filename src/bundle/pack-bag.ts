/** Puts the bag together: reads and hashes every kept file again, writes the lists, seals them, and has the seal signed. */
import { sha256Hex } from "../base/digest.ts";
import { readAhead } from "../base/read-ahead.ts";
import { headAfter, emptyLog } from "../custody/custody-chain.ts";
import { contactsAsOf } from "../data/contacts.ts";
import { bagDeclaration, bagPaths } from "./bag-layout.ts";
import { type BagFile, bytesFile, type MeasuredFile, textFile } from "./bag-file.ts";
import { type BagInfo, bagInfoText, sealedProofs } from "./bag-info.ts";
import { bundleLimits } from "./bundle-limits.ts";
import { type BagInput, checkSize } from "./bundle-plan.ts";
import type { BundleRecord } from "./bundle-record.ts";
import { capturedFiles } from "./captured-files.ts";
import type { MadeDocuments } from "./make-documents.ts";
import { byPath, hashdeepText, manifestText } from "./manifest.ts";
import type { PackInput } from "./pack-input.ts";
import { baggingDate, dosDateTime } from "./sealing-time.ts";
import { verifyInstructions } from "./verify-instructions.ts";
import { writeZip, type ZipEntryToWrite } from "./write-zip.ts";

export interface PackedBundle {
  /** `keepleaf-<yyyymmddThhmmssZ>-<6hex>.zip`. */
  name: string;
  zip: Blob;
  /** SHA-256 of `tagmanifest-sha256.txt`: what stands on paper and is compared. */
  seal: string;
  /** Files and bytes under `data/`. */
  files: number;
  payloadBytes: number;
}

/**
 * Reads every kept file, and puts the bag together around them and what was made from the same input.
 * @throws Failure `read-back-differs`, `mask-not-confirmed`, `picture-without-consent`
 * @throws Failure `bundle-too-large` when the bundle would be larger than any reader of it accepts
 */
export async function packBag(input: BagInput, { files, record }: MadeDocuments): Promise<PackedBundle> {
  const captured = capturedFiles(input);
  checkSize([...captured, ...files]);
  const payload = [...(await measureAll(captured, input)), ...files].sort(byPath);
  const payloadBytes = payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const info = await bagInfo(input, { record, oxum: `${payloadBytes}.${payload.length}` });
  const bag: Bag = { input, name: record.bag, info, payload, seal: "" };
  const zip = await writeZip(bagEntries(bag), { dosDateTime: dosDateTime(input.at.utc) });
  return { name: `${record.bag}.zip`, zip, seal: bag.seal, files: payload.length, payloadBytes };
}

/** While some are read, the next ones are asked for. */
async function measureAll(
  files: readonly BagFile[],
  { signal, onProgress }: Pick<PackInput, "signal" | "onProgress">,
): Promise<MeasuredFile[]> {
  const bytesTotal = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const progress = { filesDone: 0, filesTotal: files.length, bytesDone: 0, bytesTotal };
  const measured: MeasuredFile[] = [];
  const reading = readAhead(files, {
    ...bundleLimits.readAhead,
    sizeOf: ({ sizeBytes }) => sizeBytes,
    read: (file) => file.measure(),
  });
  for await (const file of reading) {
    signal?.throwIfAborted();
    measured.push(file);
    progress.filesDone += 1;
    progress.bytesDone += file.sizeBytes;
    onProgress?.({ ...progress });
  }
  return measured;
}

async function bagInfo(
  { log, signer }: BagInput,
  { record, oxum }: { record: BundleRecord; oxum: string },
): Promise<BagInfo> {
  const last = log.at(-1);
  const head = last ? await headAfter(last) : emptyLog;
  return {
    "Bagging-Date": baggingDate(record.sealedAt.utc),
    "Sealed-At": record.sealedAt.utc,
    "Payload-Oxum": oxum,
    "External-Identifier": record.bag,
    "Internal-Sender-Identifier": record.case.code,
    "Image-Policy": record.imagePolicy,
    Recipient: record.recipient,
    "Ext-Version": record.tool.extensionVersion,
    "Ext-Build": record.tool.buildId,
    "Custody-Log-Head": head.digest,
    "Custody-Log-Lines": String(head.length),
    "Law-As-Of": contactsAsOf,
    Signature: signer ? "ECDSA-P256-SHA256" : "none",
    "Signing-Key-SHA256": signer ? signer.keySha256 : "none",
    "Proofs-At-Sealing": signer ? sealedProofs : "none",
    "Time-Stamp": "may-be-added-later-RFC3161",
  };
}

interface Bag {
  input: BagInput;
  name: string;
  info: BagInfo;
  payload: readonly MeasuredFile[];
  /** Known once the tag manifest is made. */
  seal: string;
}

/** Every entry in the order of its path: each list stands behind what it lists, so one pass is enough. */
async function* bagEntries(bag: Bag): AsyncGenerator<ZipEntryToWrite> {
  const { payload, name } = bag;
  const tags: MeasuredFile[] = [];
  const entry = (file: MeasuredFile): ZipEntryToWrite => ({ ...file, path: `${name}/${file.path}` });
  const listed = async (file: BagFile) => {
    const measured = await file.measure();
    tags.push(measured);
    return entry(measured);
  };
  yield listed(textFile(bagPaths.info, bagInfoText(bag.info)));
  yield listed(textFile(bagPaths.declaration, bagDeclaration));
  yield* payload.map(entry);
  yield listed(textFile(bagPaths.hashdeep, hashdeepText(payload)));
  yield listed(textFile(bagPaths.manifest, manifestText(payload)));
  const sealed = new TextEncoder().encode(manifestText(tags));
  bag.seal = await sha256Hex(sealed);
  const unlisted = [textFile(bagPaths.instructions, verifyInstructions()), ...(await proofsOf(bag, sealed))];
  for (const file of [...unlisted, bytesFile(bagPaths.tagManifest, sealed)])
    yield entry(await file.measure());
}

async function proofsOf({ input: { signer } }: Bag, sealed: Uint8Array<ArrayBuffer>): Promise<BagFile[]> {
  if (!signer) return [];
  return [
    textFile(bagPaths.publicKey, signer.publicKeyPem),
    bytesFile(bagPaths.signature, await signer.sign(sealed)),
  ];
}
