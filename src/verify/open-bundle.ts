/** Opens a bundle that may come from anywhere for a check. */
import { profileDifference, type ContainerBytes } from "./zip-profile.ts";
import type { Finding } from "./finding.ts";
import { type Container, openContainer } from "./open-container.ts";
import type { ReadingWatch } from "./read-bag.ts";
import { dosDateOf, openKnown, type OpenBundle, withReader } from "./read-bundle.ts";
import { blobMeans } from "./read-stored.ts";

type OpenContainer = Extract<Container, { kind: "open" }>;

export async function openBundle(
  zip: Blob,
  watch: ReadingWatch,
): Promise<OpenBundle | { kind: "refused"; finding: Finding }> {
  const container = await openContainer(zip);
  if (container.kind === "refused") return container;
  const { bagName } = container;
  const dosDate = dosDateOf(bagName);
  const means = watch.means ?? (await blobMeans(zip));
  const bytes = { sizeBytes: zip.size, readPart: means.readPart };
  const difference = await containerDifference(bytes, { ...container, dosDate });
  if (difference === null) return openKnown(zip, container, { ...watch, means });
  return withReader(zip, { bagName, entries: container.entries, difference, dosDate }, { ...watch, means });
}

/** A container that somebody wrote anew is not as it was sealed, even when everything inside is. */
async function containerDifference(
  bytes: ContainerBytes,
  { entries, hasFolders, dosDate }: OpenContainer & { dosDate: number | null },
): Promise<string | null> {
  if (hasFolders) return "folders";
  return dosDate === null ? "date" : profileDifference(bytes, entries, dosDate);
}
