/** Decides whether bytes are text: valid UTF-8, which no picture, film or sound of any common format is. */

/** A byte order mark stays, so that a file with one is not taken for the file without. Null when it is no text. */
export function strictText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
