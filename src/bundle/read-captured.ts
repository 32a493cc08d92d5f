/** Reads a captured file again at packing and holds it to what was written down when it was kept. */
import { hasInlineMedia } from "../capture/inline-media.ts";
import { sha256Hex } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { mustMask } from "../evidence/case-file.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import { type EvidenceItem, itemFolder } from "../evidence/evidence-item.ts";
import type { PackInput } from "./pack-input.ts";
import { plainPngSize } from "./png-form.ts";
import { strictText } from "./strict-text.ts";

export interface CapturedFile {
  item: EvidenceItem;
  file: EvidenceFile;
}

/**
 * The very bytes that were hashed.
 * @throws Failure `read-back-differs` when the file is missing, unreadable or changed
 * @throws Failure `mask-not-confirmed` when a masked case would carry a picture that is not our own frame
 */
export async function readCaptured(
  input: Pick<PackInput, "readFile">,
  { item, file }: CapturedFile,
): Promise<Uint8Array<ArrayBuffer>> {
  const name = `${itemFolder(item)}/${file.name}`;
  const bytes = await bytesOf(input, item.id, { file, name });
  if (bytes.length !== file.sizeBytes || (await sha256Hex(bytes)) !== file.sha256) {
    throw new Failure("read-back-differs", `${name}: is not what was kept`);
  }
  if (mustMask(item.about) && !isOwnFrameOrText(file, bytes)) {
    throw new Failure("mask-not-confirmed", `${name}: may hold a picture that was not masked`);
  }
  return bytes;
}

async function bytesOf(
  input: Pick<PackInput, "readFile">,
  itemId: string,
  { file, name }: { file: EvidenceFile; name: string },
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const blob = await input.readFile(itemId, file.name);
    if (blob) return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new Failure("read-back-differs", `${name}: cannot be read`, { cause });
  }
  throw new Failure("read-back-differs", `${name}: is missing`);
}

function isOwnFrameOrText(file: EvidenceFile, bytes: Uint8Array): boolean {
  if (file.kind === "frame" || file.kind === "tile") return plainPngSize(bytes) !== null;
  const text = strictText(bytes);
  return text !== null && !hasInlineMedia(text);
}
