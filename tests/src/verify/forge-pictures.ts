/** Edits the pictures of an item as a forger with patience would: every digest in the bundle agrees afterwards. */
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { sha256Hex } from "../../../src/base/digest.ts";
import { readPng } from "../../../src/capture/png/read-png.ts";
import { writePng } from "../../../src/capture/png/write-png.ts";
import { type Raster, rowsOf } from "../../../src/capture/raster.ts";
import { EvidenceItem2 } from "../../../src/evidence/evidence-item.ts";
import type { BagContents } from "../bundle/bag-contents.ts";
import { capture, forgedZip, forgeItemThroughout, png } from "./forge.ts";

export const folder = "data/captures/c0001";

export type PictureEdit = (item: EvidenceItem2, bag: BagContents) => void | Promise<void>;

/** Edits the item and its files, then makes every digest of them agree: files, frames, recipe, log, lists. */
export function forgedThroughout(edit: PictureEdit): Promise<Blob> {
  return forgedZip(
    async (bag) => {
      const item = EvidenceItem2.parse(JSON.parse(new TextDecoder().decode(bag.files.get(capture))));
      await edit(item, bag);
      await agree(item, bag);
      await forgeItemThroughout(bag, () => canonicalJson(item));
    },
    { items: [{ frames: 4 }, {}] },
  );
}

async function agree({ files, picture, proof }: EvidenceItem2, bag: BagContents): Promise<void> {
  for (const file of files) {
    const bytes = bag.files.get(`${folder}/${file.name}`) ?? png;
    file.sha256 = await sha256Hex(bytes);
    file.sizeBytes = bytes.length;
    const frame = picture?.frames.find((one) => one.file === file.name);
    if (frame) Object.assign(frame, { sha256: file.sha256, sizeBytes: file.sizeBytes });
  }
  if (!proof) return;
  proof.integrity.filesSha256 = await sha256Hex(canonicalJson(files));
  proof.integrity.recipeSha256 = await sha256Hex(canonicalJson(picture?.surfaces));
}

export async function repaint(
  bag: BagContents,
  file: string,
  paint: (raster: Raster) => void,
): Promise<void> {
  const path = `${folder}/${file}`;
  const raster = await readPng(new Uint8Array(bag.files.get(path) ?? png));
  paint(raster);
  const written = await writePng({ ...raster, rows: rowsOf(raster) });
  bag.files.set(path, new Uint8Array(await written.arrayBuffer()));
}

export function onePixel({ pixels }: Raster): void {
  pixels[pixels.length - 1] = (pixels.at(-1) ?? 0) ^ 1;
}
