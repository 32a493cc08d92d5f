/** Gives a container of exactly our form to a digest, byte for byte, out of what was read of it anyway. */
import type { StreamDigest } from "../base/stream-digest.ts";
import { centralHeader, endRecords, localHeader } from "../bundle/zip-form.ts";
import type { StoredEntry } from "./stored-entry.ts";

/**
 * Takes the entries in their order. Every byte between them was held to the form before: it follows from the entries.
 * A file that could not be read leaves a gap, but then there is a finding, and nobody asks for the digest.
 */
export function containerReader(
  entries: readonly StoredEntry[],
  { dosDateTime, digest }: { dosDateTime: number; digest: StreamDigest },
): (entry: StoredEntry, bytes: Uint8Array<ArrayBuffer>) => Promise<void> {
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  return async (entry, bytes) => {
    directory.push(centralHeader(entry, { dosDateTime, offset: entry.offset }));
    const header = localHeader(entry, dosDateTime);
    offset = entry.offset + header.length + entry.sizeBytes;
    await digest.update(header);
    await digest.update(bytes);
    if (directory.length < entries.length) return;
    const length = directory.reduce((sum, part) => sum + part.length, 0);
    for (const part of [...directory, endRecords(entries.length, { offset, length })])
      await digest.update(part);
  };
}
