/** Entries of archives that pass for a bundle's at first sight. */
import type { FindingCode } from "../../../src/verify/finding.ts";
import type { RawEntry } from "./raw-zip.ts";

export const bag = "keepleaf-20261121T113105Z-7c4190";

export type FindingRow = [what: string, archive: Blob, code: FindingCode];

export function file(path: string, extra: Partial<RawEntry> = {}): RawEntry {
  return { name: `${bag}/${path}`, content: "x", ...extra };
}

export const good = file("bagit.txt");
