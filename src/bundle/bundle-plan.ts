/** What a bundle will hold, settled before any file is read: its items, and the record that says what is in and what is not. */
import { Failure } from "../base/failure.ts";
import { bagName, tagFiles } from "./bag-layout.ts";
import { bundleLimits } from "./bundle-limits.ts";
import { BundleRecord } from "./bundle-record.ts";
import { imagePolicy } from "./image-policy.ts";
import { keptDigests, type PackedItem, packedItems, type PackInput } from "./pack-input.ts";
import { hasPictureIn, isGiven, shares } from "./recipient.ts";

/** All but what writes the report. */
export type BagInput = Omit<PackInput, "writeReport">;

export interface BundlePlan {
  items: readonly PackedItem[];
  record: BundleRecord;
}

/** @throws what `packedItems` throws */
export async function planOf(input: BagInput): Promise<BundlePlan> {
  const items = await packedItems(input);
  return { items, record: bundleRecord(input, items) };
}

function bundleRecord(
  { caseFile, log, recipient, at, suffix, tool }: BagInput,
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

/** @throws Failure `bundle-too-large` when the bundle would be larger than any reader of it accepts */
export function checkSize(files: readonly { sizeBytes: number }[]): void {
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (files.length > bundleLimits.entries - tagFiles.length - 4)
    throw new Failure("bundle-too-large", `${files.length} files are too many for one bundle`);
  if (bytes > bundleLimits.totalBytes)
    throw new Failure("bundle-too-large", `${bytes} bytes are too much for one bundle`);
}
