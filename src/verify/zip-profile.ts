/** Holds a container against the one form ours have, byte for byte. */
import { readAhead } from "../base/read-ahead.ts";
import { release } from "../base/read-blob.ts";
import { centralHeader, endRecords, localHeader } from "../bundle/zip-form.ts";
import type { ReadPart } from "./read-stored.ts";
import type { StoredEntry } from "./stored-entry.ts";

export interface ContainerBytes {
  sizeBytes: number;
  readPart: ReadPart;
}

/** Null when the container is byte for byte what its entries make it; else the first place that differs. */
export async function profileDifference(
  container: ContainerBytes,
  entries: readonly StoredEntry[],
  dosDateTime: number,
): Promise<string | null> {
  const unsorted = entries.findIndex(
    (entry, index) => index > 0 && entry.path <= (entries[index - 1]?.path ?? ""),
  );
  if (unsorted !== -1) return `order of entry ${unsorted + 1}`;
  let offset = 0;
  const directory: Uint8Array[] = [];
  const headers: Header[] = [];
  for (const [index, entry] of entries.entries()) {
    const expected = localHeader(entry, dosDateTime);
    if (entry.offset !== offset) return `local header ${index + 1} at ${offset}`;
    headers.push({ offset, expected });
    directory.push(centralHeader(entry, { dosDateTime, offset }));
    offset += expected.length + entry.sizeBytes;
  }
  const other = await firstOther(container, headers);
  if (other !== null) return `local header ${other + 1} at ${headers[other]?.offset}`;
  const directoryBytes = joined(directory);
  if (!(await standsAt(container, offset, directoryBytes))) return `central directory at ${offset}`;
  const end = endRecords(entries.length, { offset, length: directoryBytes.length });
  const endAt = offset + directoryBytes.length;
  if (!(await standsAt(container, endAt, end))) return `end record at ${endAt}`;
  return container.sizeBytes === endAt + end.length ? null : `length ${container.sizeBytes}`;
}

interface Header {
  offset: number;
  expected: Uint8Array;
}

/** Each is a read of a few bytes, which takes a browser a millisecond: some are under way at once. */
const readsAtOnce = 8;

/** The number of the first header that does not stand where it should; null where all do. */
async function firstOther(container: ContainerBytes, headers: readonly Header[]): Promise<number | null> {
  const looks = readAhead(headers, {
    sizeOf: () => 1,
    mostBytes: readsAtOnce,
    mostReads: readsAtOnce,
    read: ({ offset, expected }) => standsAt(container, offset, expected),
  });
  let index = 0;
  for await (const isThere of looks) {
    if (!isThere) return index;
    index += 1;
  }
  return null;
}

async function standsAt(
  { sizeBytes, readPart }: ContainerBytes,
  offset: number,
  expected: Uint8Array,
): Promise<boolean> {
  if (offset + expected.length > sizeBytes) return false;
  const found = await readPart(offset, offset + expected.length);
  const isSame = found.length === expected.length && expected.every((byte, index) => byte === found[index]);
  release(found);
  return isSame;
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
