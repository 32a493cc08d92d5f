/** What a recipient would get of these items: which kinds of files, and how much. */
import { isLeftOut, type Recipient } from "../../src/bundle/recipient.ts";
import { type EvidenceFile, fileKinds } from "../../src/evidence/evidence-item.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";

type FileKind = EvidenceFile["kind"];

export interface BundleShare {
  kindsIn: FileKind[];
  /** Kinds there are, but not for this recipient. */
  kindsOut: FileKind[];
  /** Of the captured files that go in; report and lists come on top. */
  sizeBytes: number;
  isMasked: boolean;
}

export function bundleShare(recipient: Recipient, items: readonly StoredItem[]): BundleShare {
  const files = items.flatMap(({ item }) => item.files);
  const present = fileKinds.filter((kind) => files.some((file) => file.kind === kind));
  const goingIn = files.filter(({ kind }) => !isLeftOut(recipient, kind));
  return {
    kindsIn: present.filter((kind) => !isLeftOut(recipient, kind)),
    kindsOut: present.filter((kind) => isLeftOut(recipient, kind)),
    sizeBytes: goingIn.reduce((sum, file) => sum + file.sizeBytes, 0),
    isMasked: items.some(({ item }) => item.isMasked),
  };
}
