/** A file that belongs to a kept item, with its digest: listed in `capture.json`, lying beside it. */
import { Sha256 } from "../base/digest.ts";
import { z } from "../base/schema.ts";

/** Names inside a bag are ASCII and short. */
export const FileName = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,59}$/));

/** A tile is a strip of the whole page, put together from frames; everything else was taken as it was. */
export const fileKinds = [
  "frame",
  "tile",
  "text",
  "transcript",
  "media",
  "links",
  "copy",
  "page-file",
  "reading",
  /** Put in by hand, byte for byte as it was chosen. */
  "original",
] as const;

const mediaTypes = [
  "image/png",
  "text/plain",
  "application/json",
  "multipart/related",
  "image/jpeg",
  "image/gif",
  "image/webp",
  "image/heic",
  "video/mp4",
  "video/webm",
  "audio/mpeg",
  "audio/mp4",
  "audio/ogg",
  "application/pdf",
  "application/zip",
  "application/octet-stream",
] as const;

export const EvidenceFile = z.object({
  name: FileName,
  kind: z.enum(fileKinds),
  /** Of captured files one of the first four; the others are of files that were put in. */
  mediaType: z.enum(mediaTypes),
  sizeBytes: z.int().check(z.nonnegative()),
  sha256: Sha256,
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** `frame-001.png`. */
export function frameFileName(sequence: number): string {
  return `frame-${padded(sequence)}.png`;
}

/** `tile-001.png`, counted from 1 over all surfaces. */
export function tileFileName(number: number): string {
  return `tile-${padded(number)}.png`;
}

function padded(number: number): string {
  return String(number).padStart(3, "0");
}
