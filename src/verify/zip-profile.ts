/**
 * The one form our container has: every byte that is not content follows from names, sizes, CRCs and one date.
 * So a flipped bit in a header, a date, an attribute or the end record is found, which no list of digests can see.
 */
import type { StoredEntry } from "./stored-entry.ts";

const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
/** 1.0 to extract a stored file; made by 2.0 on MS-DOS, where no attribute is set (APPNOTE 4.4.2, 4.4.3, 4.4.15). */
const versionNeeded = 10;
const versionMadeBy = 20;

const localLength = 30;
const centralLength = 46;
const endLength = 22;

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
  let offset = 0;
  const offsets: number[] = [];
  for (const [index, entry] of entries.entries()) {
    const header = localHeader(entry, dosDateTime);
    if (entry.offset !== offset || !(await standsAt(zip, offset, header)))
      return `local header ${index + 1} at ${offset}`;
    offsets.push(offset);
    offset += header.length + entry.sizeBytes;
  }
  const directory = entries.map((entry, index) =>
    centralHeader(entry, { dosDateTime, offset: offsets[index] ?? 0 }),
  );
  const directoryBytes = joined(directory);
  if (!(await standsAt(zip, offset, directoryBytes))) return `central directory at ${offset}`;
  const end = endRecord(entries.length, { offset, length: directoryBytes.length });
  const endAt = offset + directoryBytes.length;
  if (!(await standsAt(zip, endAt, end))) return `end record at ${endAt}`;
  return zip.size === endAt + end.length ? null : `length ${zip.size}`;
}

async function standsAt(zip: Blob, offset: number, expected: Uint8Array): Promise<boolean> {
  const found = new Uint8Array(await zip.slice(offset, offset + expected.length).arrayBuffer());
  return found.length === expected.length && expected.every((byte, index) => byte === found[index]);
}

function localHeader(entry: StoredEntry, dosDateTime: number): Uint8Array {
  const { bytes, view, name } = record(localLength, entry.path);
  view.setUint32(0, localSignature, true);
  view.setUint16(4, versionNeeded, true);
  describe(view, { at: 6, entry, dosDateTime, nameLength: name.length });
  return bytes;
}

function centralHeader(
  entry: StoredEntry,
  { dosDateTime, offset }: { dosDateTime: number; offset: number },
): Uint8Array {
  const { bytes, view, name } = record(centralLength, entry.path);
  view.setUint32(0, centralSignature, true);
  view.setUint16(4, versionMadeBy, true);
  view.setUint16(6, versionNeeded, true);
  describe(view, { at: 8, entry, dosDateTime, nameLength: name.length });
  view.setUint32(42, offset, true);
  return bytes;
}

/** A header of this length with the name behind it; everything not set stays zero. */
function record(length: number, path: string): { bytes: Uint8Array; view: DataView; name: Uint8Array } {
  const name = new TextEncoder().encode(path);
  const bytes = new Uint8Array(length + name.length);
  bytes.set(name, length);
  return { bytes, view: new DataView(bytes.buffer), name };
}

interface Described {
  at: number;
  entry: StoredEntry;
  dosDateTime: number;
  nameLength: number;
}

/** What local and central header share: no flags, stored, date, CRC, both sizes, length of the name (APPNOTE 4.3.7). */
function describe(view: DataView, { at, entry, dosDateTime, nameLength }: Described): void {
  view.setUint32(at + 4, dosDateTime, true);
  view.setUint32(at + 8, entry.crc32, true);
  view.setUint32(at + 12, entry.sizeBytes, true);
  view.setUint32(at + 16, entry.sizeBytes, true);
  view.setUint16(at + 20, nameLength, true);
}

function endRecord(count: number, { offset, length }: { offset: number; length: number }): Uint8Array {
  const bytes = new Uint8Array(endLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, endSignature, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return bytes;
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
