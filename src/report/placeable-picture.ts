/** Which pictures go onto paper as they are: most of PNG and JPEG. All others are named by their file. */
import { pictureOnPaper } from "./pdf/plain-picture.ts";

/** Null where a PDF could not carry it without decoding it first. */
export function placeableSize(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
): { width: number; height: number } | null {
  if (mediaType !== "image/jpeg" && mediaType !== "image/png") return null;
  const placed = pictureOnPaper(bytes);
  const isSaid = placed?.form.packed === mediaType.slice("image/".length);
  return placed && isSaid ? { width: placed.form.width, height: placed.form.height } : null;
}
