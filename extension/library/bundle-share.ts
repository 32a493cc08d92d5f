/** What a recipient would get of these items: which kinds of files, and how much. */
import { bundleLimits } from "../../src/bundle/bundle-limits.ts";
import { isGiven, type Recipient, shares } from "../../src/bundle/recipient.ts";
import { type EvidenceFile, fileKinds } from "../../src/evidence/evidence-file.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";

/**
 * Text of a page, its links, its copy and its other data always go together, and so do frames and the strips made of
 * them: one word for each.
 */
export type ToldKind = Exclude<EvidenceFile["kind"], "reading" | "links" | "copy" | "page-file" | "tile">;
const toldKinds = fileKinds.filter(
  (kind): kind is ToldKind => !/^(?:reading|links|copy|page-file|tile)$/.test(kind),
);

export interface BundleShare {
  kindsIn: ToldKind[];
  /** Kinds there are, but not for this recipient. */
  kindsOut: ToldKind[];
  /** Of the captured files that go in; report and lists come on top. */
  sizeBytes: number;
  isMasked: boolean;
  /** More than one bundle holds: every reader would refuse it, so it is not packed. */
  isTooLarge: boolean;
}

/** Report, tables, lists and schemas; `capture.json` of each item comes on top. */
const otherFiles = 40;

export function bundleShare(recipient: Recipient, items: readonly StoredItem[]): BundleShare {
  const files = items.flatMap(({ item }) =>
    item.files.map((file) => ({ ...file, isIn: isGiven(shares[recipient], item, file.kind) })),
  );
  const goingIn = files.filter(({ isIn }) => isIn);
  const sizeBytes = goingIn.reduce((sum, file) => sum + file.sizeBytes, 0);
  const entries = goingIn.length + items.length + otherFiles;
  return {
    kindsIn: toldKinds.filter((kind) => files.some((file) => file.kind === kind && file.isIn)),
    kindsOut: toldKinds.filter((kind) => files.some((file) => file.kind === kind && !file.isIn)),
    sizeBytes,
    isMasked: items.some(({ item }) => item.isMasked),
    isTooLarge: sizeBytes > bundleLimits.totalBytes || entries > bundleLimits.entries,
  };
}
