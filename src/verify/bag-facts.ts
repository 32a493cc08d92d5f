/** A bag as the checks see it: its name and one fact for each file, and what they find. */
import type { AnyBagInfo } from "../bundle/bag-info.ts";
import type { BundleRecord } from "../bundle/bundle-record.ts";
import { firstShares } from "../bundle/first-format.ts";
import { type Share, shares } from "../bundle/recipient.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import type { FileFact } from "./file-fact.ts";

export interface BagFacts {
  name: string;
  /** By path inside the bag. */
  files: ReadonlyMap<string, FileFact>;
}

/** An item as `capture.json` gives it, with the digest of those bytes. */
export interface ItemFact {
  folder: string;
  path: string;
  sha256: string;
  item: EvidenceItem;
}

export interface ReadBag extends BagFacts {
  info: AnyBagInfo | null;
  record: BundleRecord | null;
  /** What this recipient gets in a bundle of this format; null when `case.json` does not say. */
  share: Share | null;
  items: readonly ItemFact[];
}

export function payloadOf({ files }: BagFacts): FileFact[] {
  return [...files.values()].filter(({ path }) => path.startsWith("data/"));
}

export function shareOf({ format, recipient }: Pick<BundleRecord, "format" | "recipient">): Share {
  return (format === "keepleaf-bundle-1" ? firstShares : shares)[recipient];
}
