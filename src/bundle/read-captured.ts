/** Reads a captured file again at packing and holds it to what was written down when it was kept. */
import { hasInlineMedia } from "../capture/inline-media.ts";
import { sha256Hex } from "../base/digest.ts";
import { Failure } from "../base/failure.ts";
import { mustMask } from "../evidence/case-file.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import { type EvidenceItem, itemFolder } from "../evidence/evidence-item.ts";
import type { OpenedFile } from "./bag-file.ts";
import type { PackInput } from "./pack-input.ts";
import { plainPngSize } from "./png-form.ts";
import { strictText } from "../base/strict-text.ts";

export interface CapturedFile {
  item: EvidenceItem;
  file: EvidenceFile;
}

/**
 * The very bytes that were hashed.
 * @throws Failure `read-back-differs` when the file is missing, unreadable or changed
 * @throws Failure `mask-not-confirmed` when a masked case would carry a picture that is not our own
 */
export async function readCaptured(
  input: Pick<PackInput, "readFile">,
  captured: CapturedFile,
): Promise<Uint8Array<ArrayBuffer>> {
  return (await openCaptured(input, captured)).bytes;
}

/** A file of an item by its name; null where the item has none of this name. @throws as `readCaptured` does */
export async function readNamed(
  input: Pick<PackInput, "readFile">,
  item: EvidenceItem,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = item.files.find((each) => each.name === name);
  return file ? readCaptured(input, { item, file }) : null;
}

/** The same, with the Blob they were read from: it goes into the container without being copied. */
export async function openCaptured(
  input: Pick<PackInput, "readFile">,
  { item, file }: CapturedFile,
): Promise<OpenedFile> {
  const name = `${itemFolder(item)}/${file.name}`;
  const opened = await opening(input, item.id, { file, name });
  const { bytes } = opened;
  if (bytes.length !== file.sizeBytes || (await sha256Hex(bytes)) !== file.sha256) {
    throw new Failure("read-back-differs", `${name}: is not what was kept`);
  }
  if (mustMask(item.about) && !isOwnFrameOrText(file, bytes)) {
    throw new Failure("mask-not-confirmed", `${name}: may hold a picture that was not masked`);
  }
  return { ...opened, sha256: file.sha256 };
}

async function opening(
  input: Pick<PackInput, "readFile">,
  itemId: string,
  { file, name }: { file: EvidenceFile; name: string },
): Promise<OpenedFile> {
  try {
    const content = await input.readFile(itemId, file.name);
    if (content) return { content, bytes: new Uint8Array(await content.arrayBuffer()) };
  } catch (cause) {
    throw new Failure("read-back-differs", `${name}: cannot be read`, { cause });
  }
  throw new Failure("read-back-differs", `${name}: is missing`);
}

function isOwnFrameOrText(file: EvidenceFile, bytes: Uint8Array): boolean {
  if (file.mediaType === "image/png") return file.kind !== "original" && plainPngSize(bytes) !== null;
  const text = strictText(bytes);
  return text !== null && !hasInlineMedia(text);
}
