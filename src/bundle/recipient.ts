/** Who a bundle is for, and what each of them gets. One table: packing obeys it and the verifier holds it to that. */
import { z } from "../base/schema.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";

export const recipients = ["police", "center", "school", "self"] as const;
export const Recipient = z.enum(recipients);
export type Recipient = z.infer<typeof Recipient>;

type FileKind = EvidenceFile["kind"];
export type PasteFile = "paste-center.txt" | "paste-police.txt";

export interface Share {
  /** Kinds of files that stay out; `capture.json` still names them and their digests. */
  leftOut: readonly FileKind[];
  pastes: readonly PasteFile[];
}

export const shares: Readonly<Record<Recipient, Share>> = {
  police: { leftOut: [], pastes: ["paste-police.txt"] },
  /** Links and the facts a takedown notice needs. */
  center: { leftOut: ["text", "links", "copy", "reading"], pastes: ["paste-center.txt"] },
  /** No picture, no address of a picture, and no text in which one may stand. */
  school: { leftOut: ["frame", "tile", "text", "media", "links", "copy", "reading"], pastes: [] },
  self: { leftOut: [], pastes: ["paste-center.txt", "paste-police.txt"] },
};

export function isLeftOut(recipient: Recipient, kind: FileKind): boolean {
  return shares[recipient].leftOut.includes(kind);
}
