/** What is remembered of a file once it was read: its digest and the little the checks need, never its pixels. */
import { hasInlineMedia } from "../capture/inline-media.ts";
import { sha256Hex } from "../base/digest.ts";
import { bagPaths, isStampPath } from "../bundle/bag-layout.ts";
import { fromBase64 } from "../bundle/base64.ts";
import { embeddedPictures } from "../bundle/image-policy.ts";
import { plainPngSize, pngPixelLength } from "../bundle/png-form.ts";
import { strictText } from "../base/strict-text.ts";
import { type DrawnPixels, pdfPictures } from "./document-pictures.ts";
import type { Sha256Of } from "./read-stored.ts";

export interface FileFact {
  /** Path inside the bag. */
  path: string;
  sizeBytes: number;
  /** Null when the content could not be read whole. */
  sha256: string | null;
  /** Valid UTF-8; asked of every file only where no picture may be unmasked. */
  isText: boolean;
  /** Kept of lists, records and the log. */
  text: string | null;
  /** Kept of proofs that are no text. */
  raw: Uint8Array<ArrayBuffer> | null;
  /** Size in pixels when the file is one plain PNG and nothing besides, and how long its packed pixels are. */
  png: { width: number; height: number; packedBytes: number } | null;
  /** A picture, film or sound written into text, outside the places where our own report puts frames. */
  hasInlineMedia: boolean;
  /** Digests of the frames placed in an HTML report; null among them stands for what is no base64. */
  embedded: (string | null)[];
  /** The packed pixels of every picture in a PDF; null among them stands for what ours never have. */
  drawn: (DrawnPixels | null)[];
}

/** Whether a long text holds a picture is looked at only where none may be: nobody asks elsewhere. */
export async function fileFact(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  { isMasked, sha256 }: { isMasked: boolean; sha256: Sha256Of },
): Promise<FileFact> {
  const fact = { ...unreadFact(path, bytes.length), sha256: await sha256(bytes) };
  if (path.endsWith(".png")) return { ...fact, png: pngFact(bytes) };
  if (path === bagPaths.report) return { ...fact, drawn: await pdfPictures(bytes) };
  if (isBinaryProof(path)) return { ...fact, raw: bytes.slice() };
  if (!isMasked && !isChecked(path) && !path.endsWith(".html")) return fact;
  const text = strictText(bytes);
  if (text === null) return fact;
  if (path.endsWith(".html")) return { ...fact, isText: true, ...(await pictureFacts(text)) };
  return { ...fact, isText: true, hasInlineMedia: hasInlineMedia(text), text: isChecked(path) ? text : null };
}

export function unreadFact(path: string, sizeBytes: number): FileFact {
  const nothing = { sha256: null, isText: false, text: null, raw: null, png: null, hasInlineMedia: false };
  return { path, sizeBytes, ...nothing, embedded: [], drawn: [] };
}

function pngFact(bytes: Uint8Array): FileFact["png"] {
  const size = plainPngSize(bytes);
  return size && { ...size, packedBytes: pngPixelLength(bytes) };
}

function isBinaryProof(path: string): boolean {
  return path === bagPaths.signature || isStampPath(path);
}

const checkedPaths: ReadonlySet<string> = new Set([
  bagPaths.declaration,
  bagPaths.info,
  bagPaths.manifest,
  bagPaths.tagManifest,
  bagPaths.hashdeep,
  bagPaths.record,
  bagPaths.facts,
  bagPaths.log,
  bagPaths.publicKey,
  bagPaths.authorities,
]);

function isChecked(path: string): boolean {
  return checkedPaths.has(path) || path.endsWith("/capture.json");
}

async function pictureFacts(html: string): Promise<Pick<FileFact, "embedded" | "hasInlineMedia">> {
  const { pictures, rest } = embeddedPictures(html);
  const embedded: (string | null)[] = [];
  for (const base64 of pictures) {
    const bytes = fromBase64(base64);
    embedded.push(bytes ? await sha256Hex(bytes) : null);
  }
  return { embedded, hasInlineMedia: hasInlineMedia(rest) };
}
