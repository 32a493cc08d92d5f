/** Packs a case into one bundle: reads and hashes every file again, writes the bag, and gives its seal. */
import { Failure } from "../base/failure.ts";
import { sha256Hex } from "../base/digest.ts";
import { headAfter, emptyLog } from "../custody/custody-chain.ts";
import { bagDeclaration, bagName, bagPaths, tagFiles } from "./bag-layout.ts";
import { type BagFile, textFile } from "./bag-file.ts";
import { type BagInfo, bagInfoText } from "./bag-info.ts";
import { bundleLimits } from "./bundle-limits.ts";
import { BundleRecord } from "./bundle-record.ts";
import { imagePolicy } from "./image-policy.ts";
import { hashdeepText, type ManifestLine, manifestText, type SizedLine } from "./manifest.ts";
import { keptDigests, type PackedItem, packedItems, type PackInput } from "./pack-input.ts";
import { payloadFiles } from "./payload-files.ts";
import { isLeftOut, shares } from "./recipient.ts";
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
 * The same input gives the same bytes, in any time zone. Nothing is given back unless every file was whole.
 * @throws Failure `read-back-differs`, `mask-not-confirmed`
 * @throws Failure `bundle-too-large` when the bundle would be larger than any reader of it accepts
 */
export async function packBundle(input: PackInput): Promise<PackedBundle> {
  const items = await packedItems(input);
  const record = bundleRecord(input, items);
  const payload = await payloadFiles(input, { items, record });
  const payloadBytes = payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  checkSize(payload.length, payloadBytes);
  const info = await bagInfo(input, { record, oxum: `${payloadBytes}.${payload.length}` });
  const bag: Bag = { input, name: record.bag, info, payload, seal: "" };
  const zip = await writeZip(bagEntries(bag), {
    dosDateTime: dosDateTime(input.at.utc),
    signal: input.signal,
  });
  return { name: `${record.bag}.zip`, zip, seal: bag.seal, files: payload.length, payloadBytes };
}

function bundleRecord(
  { caseFile, log, recipient, at, suffix, tool }: PackInput,
  items: readonly PackedItem[],
): BundleRecord {
  const included = new Set(items.map(({ sha256 }) => sha256));
  const hasPictures =
    !isLeftOut(recipient, "frame") &&
    items.some(({ item }) => item.files.some(({ kind }) => kind === "frame"));
  return BundleRecord.parse({
    format: "keepleaf-bundle-1",
    bag: bagName(at.utc, suffix),
    sealedAt: at,
    recipient,
    leftOut: [...shares[recipient].leftOut],
    imagePolicy: imagePolicy(caseFile.about, hasPictures),
    case: caseFile,
    items: items.map(({ folder, sha256 }) => ({ folder, sha256 })),
    notIncluded: [...keptDigests(log)].filter((digest) => !included.has(digest)),
    tool,
  });
}

function checkSize(files: number, bytes: number): void {
  if (files > bundleLimits.entries - tagFiles.length - 2)
    throw new Failure("bundle-too-large", `${files} files are too many for one bundle`);
  if (bytes > bundleLimits.totalBytes)
    throw new Failure("bundle-too-large", `${bytes} bytes are too much for one bundle`);
}

async function bagInfo(
  { log }: PackInput,
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
    Signature: "none",
    "Time-Stamp": "none",
    "Proofs-At-Sealing": "none",
  };
}

interface Bag {
  input: PackInput;
  name: string;
  info: BagInfo;
  payload: readonly BagFile[];
  /** Known once the last entry is made. */
  seal: string;
}

/** Every entry in the order of its path. The lists come behind what they list, so one pass is enough. */
async function* bagEntries(bag: Bag): AsyncGenerator<ZipEntryToWrite> {
  const tags: ManifestLine[] = [];
  const payload: SizedLine[] = [];
  const entryOf = async (file: BagFile, lines: ManifestLine[] | SizedLine[]): Promise<ZipEntryToWrite> => {
    const content = await file.open();
    lines.push({ path: file.path, sizeBytes: content.size, sha256: await sha256Hex(content) });
    return { path: `${bag.name}/${file.path}`, content };
  };
  yield entryOf(textFile(bagPaths.info, bagInfoText(bag.info)), tags);
  yield entryOf(textFile(bagPaths.declaration, bagDeclaration), tags);
  for (const [index, file] of bag.payload.entries()) {
    bag.input.signal?.throwIfAborted();
    yield entryOf(file, payload);
    bag.input.onProgress?.({ filesDone: index + 1, filesTotal: bag.payload.length });
  }
  yield entryOf(textFile(bagPaths.hashdeep, hashdeepText(payload)), tags);
  yield entryOf(textFile(bagPaths.manifest, manifestText(payload)), tags);
  yield entryOf(textFile(bagPaths.instructions, verifyInstructions()), []);
  const tagManifest = textFile(bagPaths.tagManifest, manifestText(tags));
  bag.seal = await sha256Hex(await tagManifest.open());
  yield entryOf(tagManifest, []);
}
