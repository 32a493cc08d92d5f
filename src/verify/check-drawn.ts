/** Holds every picture in the report, a PDF, against the pictures of the bag: the packed pixels, which both carry unchanged. */
import { sha256Hex } from "../base/digest.ts";
import { plainPngSize, pngPixelData } from "../bundle/png-form.ts";
import { importsFolder } from "../bundle/bag-layout.ts";
import { readChunks } from "../capture/png/read-chunks.ts";
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

/** Pictures that were put in by hand stand in the report as they are: a JPEG whole, of a PNG its packed pixels. */
async function hasNoImport(
  wanted: Map<string, number>,
  files: readonly FileFact[],
  bag: BagReader,
): Promise<boolean> {
  for (const { path, sizeBytes, sha256 } of files) {
    if (wanted.size === 0) return false;
    if (!path.startsWith(importsFolder)) continue;
    if (/\.jpe?g$/.test(path) && sha256 !== null && wanted.get(sha256) === sizeBytes) wanted.delete(sha256);
    if (!path.endsWith(".png") || ![...wanted.values()].some((length) => length < sizeBytes)) continue;
    bag.signal?.throwIfAborted();
    const bytes = await bag.read(path);
    const packed = bytes && packedPixels(bytes);
    if (packed) wanted.delete(await sha256Hex(packed));
  }
  return wanted.size > 0;
}

/** Phones write remarks into their pictures, so more chunks are allowed here than in ours. */
function packedPixels(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  try {
    readChunks(bytes);
    return pngPixelData(bytes);
  } catch {
    return null;
  }
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
  return wanted.size > 0 && (await hasNoImport(wanted, files, bag));
}
