/** Holds a container against the one form ours have, byte for byte. */
import { BlobWindow } from "../base/blob-window.ts";
import { centralHeader, endRecords, localHeader } from "../bundle/zip-form.ts";
import type { StoredEntry } from "./stored-entry.ts";

/** Null when the container is byte for byte what its entries make it; else the first place that differs. */
export async function profileDifference(
  zip: Blob,
  entries: readonly StoredEntry[],
  dosDateTime: number,
): Promise<string | null> {
  const unsorted = entries.findIndex(
    (entry, index) => index > 0 && entry.path <= (entries[index - 1]?.path ?? ""),
  );
  if (unsorted !== -1) return `order of entry ${unsorted + 1}`;
  const inOrder = new BlobWindow(zip);
  let offset = 0;
  const directory: Uint8Array[] = [];
  for (const [index, entry] of entries.entries()) {
    const header = localHeader(entry, dosDateTime);
    if (entry.offset !== offset || !(await standsAt(inOrder, offset, header)))
      return `local header ${index + 1} at ${offset}`;
    directory.push(centralHeader(entry, { dosDateTime, offset }));
    offset += header.length + entry.sizeBytes;
  }
  const directoryBytes = joined(directory);
  if (!(await standsAt(inOrder, offset, directoryBytes))) return `central directory at ${offset}`;
  const end = endRecords(entries.length, { offset, length: directoryBytes.length });
  const endAt = offset + directoryBytes.length;
  if (!(await standsAt(inOrder, endAt, end))) return `end record at ${endAt}`;
  return zip.size === endAt + end.length ? null : `length ${zip.size}`;
}

async function standsAt(zip: BlobWindow, offset: number, expected: Uint8Array): Promise<boolean> {
  const found = new Uint8Array(await zip.piece(offset, offset + expected.length).arrayBuffer());
  return found.length === expected.length && expected.every((byte, index) => byte === found[index]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
