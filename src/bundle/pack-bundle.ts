/** Packs a case into one bundle: reads and hashes every file again, writes the bag, seals it, and has the seal signed. */
import { Failure } from "../base/failure.ts";
import { sha256Hex } from "../base/digest.ts";
import { readAhead } from "../base/read-ahead.ts";
import { streamDigest } from "../base/stream-digest.ts";
import { headAfter, emptyLog } from "../custody/custody-chain.ts";
import { contactsAsOf } from "../data/contacts.ts";
import { bagDeclaration, bagName, bagPaths, tagFiles } from "./bag-layout.ts";
import { type BagFile, bytesFile, type OpenedFile, textFile } from "./bag-file.ts";
import { type BagInfo, bagInfoText, sealedProofs } from "./bag-info.ts";
import { bundleLimits } from "./bundle-limits.ts";
import { BundleRecord } from "./bundle-record.ts";
import { imagePolicy } from "./image-policy.ts";
import { hashdeepText, type ManifestLine, manifestText, type SizedLine } from "./manifest.ts";
import { keptDigests, type PackedItem, packedItems, type PackInput } from "./pack-input.ts";
import { payloadFiles } from "./payload-files.ts";
import { hasPictureIn, isGiven, shares } from "./recipient.ts";
import { baggingDate, dosDateTime } from "./sealing-time.ts";
import { verifyInstructions } from "./verify-instructions.ts";
import { writeZip, type ZipEntryToWrite } from "./write-zip.ts";

export interface PackedBundle {
  /** `keepleaf-<yyyymmddThhmmssZ>-<6hex>.zip`. */
  name: string;
  zip: Blob;
  /** SHA-256 of `tagmanifest-sha256.txt`: what stands on paper and is compared. */
  seal: string;
  /** SHA-256 of the whole container. */
  zipSha256: string;
  /** Files and bytes under `data/`. */
  files: number;
  payloadBytes: number;
}

/**
 * The same input gives the same seal, in any time zone. Nothing is given back unless every file was whole.
 * @throws Failure `read-back-differs`, `mask-not-confirmed`, `picture-without-consent`
 * @throws Failure `bundle-too-large` when the bundle would be larger than any reader of it accepts
 */
export async function packBundle(input: PackInput): Promise<PackedBundle> {
  const items = await packedItems(input);
  const record = bundleRecord(input, items);
  const payload = await payloadFiles(input, { items, record });
  const payloadBytes = payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  checkSize(payload.length, payloadBytes);
  const info = await bagInfo(input, { record, oxum: `${payloadBytes}.${payload.length}` });
  const bag: Bag = { input, name: record.bag, info, payload, payloadBytes, seal: "" };
  const whole = await (input.openDigest ?? streamDigest)();
  const zip = await writeZip(bagEntries(bag), {
    dosDateTime: dosDateTime(input.at.utc),
    signal: input.signal,
    onBytes: (bytes) => whole.update(bytes),
  });
  const { seal } = bag;
  return {
    name: `${record.bag}.zip`,
    zip,
    seal,
    zipSha256: await whole.hex(),
    files: payload.length,
    payloadBytes,
  };
}

function bundleRecord(
  { caseFile, log, recipient, at, suffix, tool }: PackInput,
  items: readonly PackedItem[],
): BundleRecord {
  const included = new Set(items.map(({ sha256 }) => sha256));
  const files = items.flatMap(({ item }) => item.files.map(({ kind }) => ({ item, kind })));
  const isIn = ({ item, kind }: (typeof files)[number]) => isGiven(shares[recipient], item, kind);
  const leftOut = new Set(files.filter((file) => !isIn(file)).map(({ kind }) => kind));
  const pictured = items.filter(({ item }) => hasPictureIn(shares[recipient], item));
  const hasCaptures = shares[recipient].parts.includes("captures");
  return BundleRecord.parse({
    format: "keepleaf-bundle-2",
    bag: bagName(at.utc, suffix),
    sealedAt: at,
    recipient,
    leftOut: hasCaptures ? [...leftOut].sort() : ["capture"],
    imagePolicy: imagePolicy(
      caseFile.about,
      pictured.map(({ item }) => item),
    ),
    case: caseFile,
    items: items.map(({ folder, sha256 }) => ({ folder, sha256 })),
    notIncluded: [...keptDigests(log)].filter((digest) => !included.has(digest)),
    tool,
  });
}

function checkSize(files: number, bytes: number): void {
  if (files > bundleLimits.entries - tagFiles.length - 4)
    throw new Failure("bundle-too-large", `${files} files are too many for one bundle`);
  if (bytes > bundleLimits.totalBytes)
    throw new Failure("bundle-too-large", `${bytes} bytes are too much for one bundle`);
}

async function bagInfo(
  { log, signer }: PackInput,
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
  input: PackInput;
  name: string;
  info: BagInfo;
  payload: readonly BagFile[];
  payloadBytes: number;
  /** Known once the tag manifest is made. */
  seal: string;
}

/** Every entry in the order of its path: each list stands behind what it lists, so one pass is enough. */
async function* bagEntries(bag: Bag): AsyncGenerator<ZipEntryToWrite> {
  const tags: ManifestLine[] = [];
  const payload: SizedLine[] = [];
  const entryOf = async (file: BagFile, lines: ManifestLine[] | SizedLine[]): Promise<ZipEntryToWrite> => {
    const { content, bytes, sha256 } = await hashed(file);
    lines.push({ path: file.path, sizeBytes: bytes.length, sha256 });
    return { path: `${bag.name}/${file.path}`, content, bytes };
  };
  yield entryOf(textFile(bagPaths.info, bagInfoText(bag.info)), tags);
  yield entryOf(textFile(bagPaths.declaration, bagDeclaration), tags);
  yield* payloadEntries(bag, payload);
  yield entryOf(textFile(bagPaths.hashdeep, hashdeepText(payload)), tags);
  yield entryOf(textFile(bagPaths.manifest, manifestText(payload)), tags);
  const tagManifest = textFile(bagPaths.tagManifest, manifestText(tags));
  const { bytes: sealed } = await tagManifest.open();
  bag.seal = await sha256Hex(sealed);
  yield entryOf(textFile(bagPaths.instructions, verifyInstructions()), []);
  for (const proof of await proofsOf(bag, sealed)) yield entryOf(proof, []);
  yield entryOf(tagManifest, []);
}

interface HashedFile extends OpenedFile {
  file: BagFile;
  sha256: string;
}

async function hashed(file: BagFile): Promise<HashedFile> {
  const { content, bytes, sha256 } = await file.open();
  return { file, content, bytes, sha256: sha256 ?? (await sha256Hex(bytes)) };
}

/** While one file is written, the next ones are read and hashed. */
async function* payloadEntries(
  { input, name, payload, payloadBytes }: Bag,
  lines: SizedLine[],
): AsyncGenerator<ZipEntryToWrite> {
  const progress = { filesDone: 0, filesTotal: payload.length, bytesDone: 0, bytesTotal: payloadBytes };
  const reading = { ...bundleLimits.readAhead, sizeOf: ({ sizeBytes }: BagFile) => sizeBytes, read: hashed };
  for await (const { file, content, bytes, sha256 } of readAhead(payload, reading)) {
    input.signal?.throwIfAborted();
    lines.push({ path: file.path, sizeBytes: bytes.length, sha256 });
    yield { path: `${name}/${file.path}`, content, bytes };
    progress.filesDone += 1;
    progress.bytesDone += file.sizeBytes;
    input.onProgress?.({ ...progress });
  }
}

async function proofsOf({ input: { signer } }: Bag, sealed: Uint8Array<ArrayBuffer>): Promise<BagFile[]> {
  if (!signer) return [];
  return [
    textFile(bagPaths.publicKey, signer.publicKeyPem),
    bytesFile(bagPaths.signature, await signer.sign(sealed)),
  ];
}
