/** Which pictures go onto paper as they are: RGB of a PNG, with alpha or without, and JPEG. All others are named by their file. */
import { readChunks } from "../capture/png/read-chunks.ts";
import { jpegForm } from "./pdf/plain-jpeg.ts";

/** Null where a PDF could not carry it without decoding it first. */
export function placeableSize(
  bytes: Uint8Array,
  mediaType: string,
): { width: number; height: number } | null {
  if (mediaType === "image/jpeg") {
    const form = jpegForm(new Uint8Array(bytes));
    return form && { width: form.width, height: form.height };
  }
  if (mediaType !== "image/png") return null;
  try {
    const { width, height } = readChunks(new Uint8Array(bytes));
    return { width, height };
  } catch {
    return null;
  }
}
