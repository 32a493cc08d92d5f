/** Who a bundle is for, and what each of them gets. One table: packing obeys it and the verifier holds it to that. */
import { z } from "../base/schema.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import type { EvidenceItem } from "../evidence/evidence-item.ts";
import { type PasteName, pasteNames } from "../report/paste-name.ts";

export const recipients = ["police", "center", "school", "self"] as const;
export const Recipient = z.enum(recipients);
export type Recipient = z.infer<typeof Recipient>;

export type FileKind = EvidenceFile["kind"];

/** Parts of a bag that not everybody gets. */
export type BagPart = "captures" | "conversations" | "facts" | "log" | "log-table" | "table" | "schemas";

const everyPart: readonly BagPart[] = [
  "captures",
  "conversations",
  "facts",
  "log",
  "log-table",
  "table",
  "schemas",
];

export interface Share {
  /** Kinds of captured files: where pictures were masked in the page, and where they were not. */
  masked: "all" | readonly FileKind[];
  unmasked: "all" | readonly FileKind[];
  parts: readonly BagPart[];
  pastes: readonly PasteName[];
}

export const shares: Readonly<Record<Recipient, Share>> = {
  /** Everything the case's mode allows. */
  police: {
    masked: "all",
    unmasked: "all",
    parts: everyPart,
    pastes: ["paste-165.txt", "paste-center.txt", "paste-police.txt"],
  },
  /** Links and the facts a takedown notice needs; a picture only where it was masked; few files, no conversation. */
  center: {
    masked: ["tile", "media"],
    unmasked: ["media"],
    parts: ["captures", "table"],
    pastes: ["paste-center.txt"],
  },
  /** No picture, no address of a picture, and nothing in which one of them, or a whole name, may stand. */
  school: {
    masked: [],
    unmasked: [],
    parts: ["table"],
    pastes: ["paste-school.txt", "paste-social.txt"],
  },
  /** Everything, to be read back. */
  self: {
    masked: "all",
    unmasked: "all",
    parts: everyPart,
    pastes: pasteNames,
  },
};

/** Whose reports say which of the ten types and eight forms a page was called: a takedown notice has no place for them. */
export function getsTags(recipient: Recipient): boolean {
  return recipient !== "center";
}

/** Who gets the addresses that were noted and of which no page was kept: one may be a picture's, so a school does not. */
export function getsNoted(recipient: Recipient): boolean {
  return recipient !== "school";
}

export function isGiven(
  { masked, unmasked }: Pick<Share, "masked" | "unmasked">,
  { isMasked }: Pick<EvidenceItem, "isMasked">,
  kind: FileKind,
): boolean {
  const given = isMasked ? masked : unmasked;
  return given === "all" || given.includes(kind);
}

/** Whether any picture of the item is given. */
export function hasPictureIn(
  share: Pick<Share, "masked" | "unmasked" | "parts">,
  item: EvidenceItem,
): boolean {
  if (!share.parts.includes("captures")) return false;
  return item.files.some(
    ({ kind, mediaType }) => mediaType.startsWith("image/") && isGiven(share, item, kind),
  );
}

/** Whether nothing at all is left out: such a bundle can be read back whole. */
export function isWhole(recipient: Recipient): boolean {
  const { masked, unmasked, parts } = shares[recipient];
  return masked === "all" && unmasked === "all" && parts.length === everyPart.length;
}
