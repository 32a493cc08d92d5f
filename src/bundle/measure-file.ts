/** Reads a kept file once and works out all that lists, container and mask ask of its bytes. */
import { sha256Hex } from "../base/digest.ts";
import type { Crc32 } from "../base/fast-crc32.ts";
import { readBlob, release } from "../base/read-blob.ts";
import { strictText } from "../base/strict-text.ts";
import { hasInlineMedia } from "../capture/inline-media.ts";
import type { EvidenceFile } from "../evidence/evidence-file.ts";
import { plainPngSize } from "./png-form.ts";

/** What the file is said to be. */
export interface StatedFile extends Pick<EvidenceFile, "kind" | "mediaType"> {
  /** Of a case in which every picture has to be masked: then its content is looked at too. */
  isMasked: boolean;
}

export interface FileMeasure {
  sizeBytes: number;
  sha256: string;
  crc32: number;
  /** False where a picture may be inside that is no frame of ours. */
  isAllowed: boolean;
}

/** Reads the Blob and measures it; a thread of its own may do that. @throws what the Blob throws when it cannot be read */
export type MeasureFile = (content: Blob, stated: StatedFile) => Promise<FileMeasure>;

export async function measureFile(
  content: Blob,
  { stated, crc32 }: { stated: StatedFile; crc32: Crc32 },
): Promise<FileMeasure> {
  const bytes = await readBlob(content);
  // The platform hashes elsewhere while the rest is worked out here.
  const digest = sha256Hex(bytes);
  const measure = { sizeBytes: bytes.length, crc32: crc32(bytes), isAllowed: isAllowed(stated, bytes) };
  const sha256 = await digest;
  release(bytes);
  return { ...measure, sha256 };
}

/** Text without a picture in it, or a plain PNG that is no original of somebody's. */
export function isAllowed({ kind, mediaType, isMasked }: StatedFile, bytes: Uint8Array): boolean {
  if (!isMasked) return true;
  if (mediaType === "image/png") return kind !== "original" && plainPngSize(bytes) !== null;
  const text = strictText(bytes);
  return text !== null && !hasInlineMedia(text);
}
