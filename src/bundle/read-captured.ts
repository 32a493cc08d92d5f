/** Reads a captured file again at packing and holds it to what was written down when it was kept. */
import { sha256Hex } from "../base/digest.ts";
import { type Crc32, fastCrc32 } from "../base/fast-crc32.ts";
import { Failure } from "../base/failure.ts";
import { mustMask } from "../evidence/case-file.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import { type EvidenceItem, itemFolder } from "../evidence/evidence-item.ts";
import type { MeasuredFile } from "./bag-file.ts";
import { itemFilePath } from "./bag-layout.ts";
import { type FileMeasure, isAllowed, measureFile, type StatedFile } from "./measure-file.ts";
import type { PackInput } from "./pack-input.ts";

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
  const { item, file } = captured;
  const bytes = await reading(captured, async () => {
    const content = await input.readFile(item.id, file.name);
    return content && new Uint8Array(await content.arrayBuffer());
  });
  const isFit = isAllowed(statedFile(captured), bytes);
  hold(captured, { sizeBytes: bytes.length, sha256: await sha256Hex(bytes), isAllowed: isFit });
  return bytes;
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

/** What goes into the container, without being copied: the Blob of the database, and what was measured of it. @throws as `readCaptured` does */
export async function measureCaptured(
  { readFile, measure }: Pick<PackInput, "readFile" | "measure">,
  { item, file }: CapturedFile,
): Promise<MeasuredFile> {
  const stated = statedFile({ item, file });
  const { content, found } = await reading({ item, file }, async () => {
    const blob = await readFile(item.id, file.name);
    return blob && { content: blob, found: await (measure ?? measureHere)(blob, stated) };
  });
  hold({ item, file }, found);
  return { path: itemFilePath(item, file), content, ...found };
}

/** The same of a file whose checksum is known: nothing of it is read. @throws Failure `read-back-differs` when it is missing */
export async function knownCaptured(
  { readFile }: Pick<PackInput, "readFile">,
  { checksum, ...captured }: CapturedFile & { checksum: number },
): Promise<MeasuredFile> {
  const { item, file } = captured;
  const content = await reading(captured, () => readFile(item.id, file.name));
  const { sizeBytes, sha256 } = file;
  hold(captured, { sizeBytes: content.size, sha256, isAllowed: true });
  return { path: itemFilePath(item, file), content, sizeBytes, sha256, crc32: checksum };
}

async function measureHere(content: Blob, stated: StatedFile): Promise<FileMeasure> {
  return measureFile(content, { stated, crc32: await sharedCrc32() });
}

let compiled: Promise<Crc32> | null = null;

/** Compiled once. */
function sharedCrc32(): Promise<Crc32> {
  compiled ??= fastCrc32();
  return compiled;
}

function hold(captured: CapturedFile, found: Omit<FileMeasure, "crc32">): void {
  const { file } = captured;
  if (found.sizeBytes !== file.sizeBytes || found.sha256 !== file.sha256)
    throw new Failure("read-back-differs", `${nameOf(captured)}: is not what was kept`, whose(captured));
  if (!found.isAllowed)
    throw new Failure(
      "mask-not-confirmed",
      `${nameOf(captured)}: may hold a picture that was not masked`,
      whose(captured),
    );
}

async function reading<T>(captured: CapturedFile, read: () => Promise<T | null>): Promise<T> {
  const name = nameOf(captured);
  try {
    const found = await read();
    if (found !== null) return found;
  } catch (cause) {
    throw new Failure("read-back-differs", `${name}: cannot be read`, { cause, ...whose(captured) });
  }
  throw new Failure("read-back-differs", `${name}: is missing`, whose(captured));
}

function whose({ item }: CapturedFile): { itemNumber: number } {
  return { itemNumber: item.number };
}

function nameOf({ item, file }: CapturedFile): string {
  return `${itemFolder(item)}/${file.name}`;
}

function statedFile({ item, file }: CapturedFile): StatedFile {
  return { kind: file.kind, mediaType: file.mediaType, isMasked: mustMask(item.about) };
}
