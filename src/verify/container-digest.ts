/** Gives a container of exactly our form to a digest, byte for byte, out of what was read of it anyway. */
import type { StreamDigest } from "../base/stream-digest.ts";
import { centralHeader, contentOffset, endRecords, localHeader } from "../bundle/zip-form.ts";
import type { StoredEntry } from "./stored-entry.ts";

/**
 * Takes the entries in their order, or those of one part of it. Every byte between them was held to the form before: it follows from the entries.
 * A file that could not be read leaves a gap, but then there is a finding, and nobody asks for the digest.
 */
export function containerReader(
  entries: readonly StoredEntry[],
  { dosDateTime, digest }: { dosDateTime: number; digest: StreamDigest },
): (entry: StoredEntry, bytes: Uint8Array<ArrayBuffer>) => Promise<void> {
  const last = entries.at(-1);
  return async (entry, bytes) => {
    await digest.update(localHeader(entry, dosDateTime));
    await digest.update(bytes);
    if (entry.path !== last?.path) return;
    const directory = entries.map((each) => centralHeader(each, { dosDateTime, offset: each.offset }));
    const length = directory.reduce((sum, part) => sum + part.length, 0);
    const offset = contentOffset(last) + last.sizeBytes;
    for (const part of [...directory, endRecords(entries.length, { offset, length })])
      await digest.update(part);
  };
}
