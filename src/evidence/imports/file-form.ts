/** What a file is, by its first bytes: a name can say anything. */
import type { EvidenceFile } from "../evidence-file.ts";

export interface FileForm {
  kind: "picture" | "film" | "sound" | "document" | "archive" | "other";
  mediaType: EvidenceFile["mediaType"];
  /** Of the name it is kept under. */
  extension: string;
}

/** Bytes at the start that are needed to tell. */
export const headBytes = 16;

/** Beginnings as hexadecimal digits, two a byte. */
const forms: readonly [RegExp, FileForm][] = [
  [/^89504e470d0a1a0a/, { kind: "picture", mediaType: "image/png", extension: "png" }],
  [/^ffd8ff/, { kind: "picture", mediaType: "image/jpeg", extension: "jpg" }],
  [/^47494638(?:37|39)61/, { kind: "picture", mediaType: "image/gif", extension: "gif" }],
  [/^52494646.{8}57454250/, { kind: "picture", mediaType: "image/webp", extension: "webp" }],
  // ISO/IEC 14496-12: size, `ftyp`, and the brand: heic and its kin, mif1, msf1, avif.
  [
    /^.{8}66747970(?:6865(?:69|76)..|6d696631|6d736631|61766966)/,
    { kind: "picture", mediaType: "image/heic", extension: "heic" },
  ],
  [/^.{8}667479704d3441/, { kind: "sound", mediaType: "audio/mp4", extension: "m4a" }],
  [/^.{8}66747970/, { kind: "film", mediaType: "video/mp4", extension: "mp4" }],
  [/^1a45dfa3/, { kind: "film", mediaType: "video/webm", extension: "webm" }],
  [/^(?:494433|fff[23ab])/, { kind: "sound", mediaType: "audio/mpeg", extension: "mp3" }],
  [/^4f676753/, { kind: "sound", mediaType: "audio/ogg", extension: "ogg" }],
  [/^255044462d/, { kind: "document", mediaType: "application/pdf", extension: "pdf" }],
  [/^504b(?:0304|0506)/, { kind: "archive", mediaType: "application/zip", extension: "zip" }],
];

/** Never an ending that a double press would run: what is not known is `bin`. */
const unknownForm: FileForm = { kind: "other", mediaType: "application/octet-stream", extension: "bin" };

export function fileForm(head: Uint8Array): FileForm {
  const start = Array.from(head.subarray(0, headBytes), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
  return forms.find(([pattern]) => pattern.test(start))?.[1] ?? unknownForm;
}
