/** One kept thing, a page or files that were put in: everything known about it, fixed when it was kept. Its canonical bytes are `capture.json`. */
import { z } from "../base/schema.ts";
import { HiddenPlace, mostHiddenPlaces } from "../capture/mask/hidden-places.ts";
import { Proof } from "../capture/proof.ts";
import { EvidenceItem1, upgradedPicture } from "./evidence-item-1.ts";
import { Imported } from "./imports/imported.ts";
import { DerivedFrom } from "./redaction/derived-from.ts";
import { Picture } from "./picture.ts";

export const EvidenceItem2 = z.object({
  ...EvidenceItem1.shape,
  format: z.literal("keepleaf-item-2"),
  picture: z.nullable(Picture),
  /** Null where there is no picture to prove anything about. */
  proof: z.nullable(Proof),
  /** In masked captures: kind and place of everything that was hidden, each once. */
  hidden: z.optional(z.array(HiddenPlace).check(z.maxLength(mostHiddenPlaces))),
  /** Only of redacted items: what they were made from. */
  derivedFrom: z.optional(DerivedFrom),
  /** Only of files that were put in by hand: there is no page, and `address` has no URL. */
  imported: z.optional(Imported),
});
export type EvidenceItem2 = z.infer<typeof EvidenceItem2>;

/** An item is never rewritten: one kept in an earlier format stays in it, and `pictureOf` reads both. */
export const EvidenceItem = z.discriminatedUnion("format", [EvidenceItem1, EvidenceItem2]);
export type EvidenceItem = z.infer<typeof EvidenceItem>;

export function pictureOf(item: Pick<EvidenceItem, "format" | "picture">): Picture | null {
  const { picture } = item;
  if (picture === null) return null;
  return "surfaces" in picture ? picture : upgradedPicture(picture);
}

/** Null for what was kept before there was a proof, and where there is no picture. */
export function proofOf(item: EvidenceItem): Proof | null {
  return item.format === "keepleaf-item-2" ? item.proof : null;
}

/** Null for everything that was captured. */
export function importedOf(item: EvidenceItem): Imported | null {
  return item.format === "keepleaf-item-2" ? (item.imported ?? null) : null;
}

/** `c0001`: the folder of an item in a bag and its name on paper. */
export function itemFolder(item: Pick<EvidenceItem, "number">): string {
  return `c${String(item.number).padStart(4, "0")}`;
}
