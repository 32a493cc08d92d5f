/** Holds every picture in the report, a PDF, against the pictures of the bag: their data, which both carry unchanged, and what the PDF says it means. */
import { sha256Hex } from "../base/digest.ts";
import { plainPngSize } from "../bundle/png-form.ts";
import { importsFolder } from "../bundle/bag-layout.ts";
import { joinedBytes } from "../capture/png/inflate.ts";
import { imageText } from "../report/pdf/image-form.ts";
import { pictureOnPaper } from "../report/pdf/plain-picture.ts";
import type { BagFacts } from "./bag-facts.ts";
import { notAllowed } from "./check-pictures.ts";
import type { BagReader } from "./compare-strips.ts";
import type { FileFact } from "./file-fact.ts";
import type { Finding } from "./finding.ts";

export async function checkDrawn({ files }: BagFacts, bag: BagReader): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { path, drawn } of files.values()) {
    if (drawn.length === 0) continue;
    const isForeign = drawn.includes(null) || (await hasForeign(drawn, [...files.values()], bag));
    if (isForeign) findings.push(notAllowed(path, "a picture that is not in this bundle"));
  }
  return findings;
}

/** By what a picture is and looks like: the length of its data. */
type Wanted = Map<string, number>;

const nameOf = (sha256: string, looks: string) => `${sha256} ${looks}`;

/** How a PDF of ours would carry this file; null where it would not. */
async function nameOnPaper(bytes: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const placed = pictureOnPaper(bytes);
  if (!placed) return null;
  const data = joinedBytes(placed.data);
  return nameOf(await sha256Hex(data), imageText(placed.form, data.length));
}

/** Only pictures as long as one that is drawn are read again, and none once all are found. */
async function hasForeign(
  drawn: FileFact["drawn"],
  files: readonly FileFact[],
  bag: BagReader,
): Promise<boolean> {
  const wanted: Wanted = new Map(
    drawn.flatMap((one) => (one ? [[nameOf(one.sha256, one.looks), one.sizeBytes]] : [])),
  );
  for (const { path, png } of files) {
    if (wanted.size === 0) return false;
    if (!png || ![...wanted.values()].includes(png.packedBytes)) continue;
    bag.signal?.throwIfAborted();
    const bytes = await bag.read(path);
    if (bytes && plainPngSize(bytes)) wanted.delete((await nameOnPaper(bytes)) ?? "");
  }
  return wanted.size > 0 && (await hasNoImport(wanted, files, bag));
}

/** Phones write remarks into their pictures, so more chunks are allowed in what was put in by hand than in ours. */
async function hasNoImport(wanted: Wanted, files: readonly FileFact[], bag: BagReader): Promise<boolean> {
  for (const { path, sizeBytes } of files) {
    if (wanted.size === 0) return false;
    if (!path.startsWith(importsFolder) || !/\.(?:jpe?g|png)$/.test(path)) continue;
    if (![...wanted.values()].some((length) => length <= sizeBytes)) continue;
    bag.signal?.throwIfAborted();
    const bytes = await bag.read(path);
    if (bytes) wanted.delete((await nameOnPaper(bytes)) ?? "");
  }
  return wanted.size > 0;
}
