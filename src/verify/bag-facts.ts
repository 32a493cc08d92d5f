/** A bag as the checks see it: its name and one fact for each file, and what they find. */
import type { BagInfo } from "../bundle/bag-info.ts";
import type { BundleRecord } from "../bundle/bundle-record.ts";
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
  info: BagInfo | null;
  record: BundleRecord | null;
  items: readonly ItemFact[];
}

export function payloadOf({ files }: BagFacts): FileFact[] {
  return [...files.values()].filter(({ path }) => path.startsWith("data/"));
}
