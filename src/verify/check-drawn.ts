/** Holds every picture in the report, a PDF, against the pictures of the bag: the packed pixels, which both carry unchanged. */
import { sha256Hex } from "../base/digest.ts";
import { plainPngSize, pngPixelData } from "../bundle/png-form.ts";
import type { BagFacts } from "./bag-facts.ts";
import { notAllowed } from "./check-pictures.ts";
import type { BagReader } from "./check-tiles.ts";
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

/** Only pictures as long as one that is drawn are read again, and none once all are found. */
async function hasForeign(
  drawn: FileFact["drawn"],
  files: readonly FileFact[],
  bag: BagReader,
): Promise<boolean> {
  const wanted = new Map(drawn.flatMap((one) => (one ? [[one.sha256, one.sizeBytes]] : [])));
  for (const { path, png } of files) {
    if (wanted.size === 0) return false;
    if (!png || ![...wanted.values()].includes(png.packedBytes)) continue;
    bag.signal?.throwIfAborted();
    const bytes = await bag.read(path);
    if (bytes && plainPngSize(bytes)) wanted.delete(await sha256Hex(pngPixelData(bytes)));
  }
  return wanted.size > 0;
}
