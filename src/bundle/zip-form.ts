/**
 * The one form our container has: every byte that is not content follows from names, sizes, CRCs and one date.
 * So a flipped bit in a header, a date, an attribute or the end record is found, which no list of digests can see.
 * Section numbers are those of PKWARE's APPNOTE 6.3.10.
 */

export interface ZipEntryFacts {
  /** ASCII, with the bag's folder in front. */
  path: string;
  sizeBytes: number;
  crc32: number;
}

export const localSignature = 0x04034b50;
const centralSignature = 0x02014b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
/** 1.0 to extract a stored file, 4.5 where ZIP64 is needed; made by 2.0 or 4.5 on MS-DOS, with no attribute (4.4.2, 4.4.3). */
const plain = { needed: 10, madeBy: 20 };
const zip64 = { needed: 45, madeBy: 45 };

/** In front of the name. */
export const localLength = 30;
const centralLength = 46;
const extraLength = 12;
const most32 = 0xffff_ffff;
const most16 = 0xffff;

/** Where the content of an entry begins, from the offset of its local header. */
export function contentOffset({ path, offset }: { path: string; offset: number }): number {
  return offset + localLength + new TextEncoder().encode(path).length;
}

export function localHeader(entry: ZipEntryFacts, dosDateTime: number): Uint8Array<ArrayBuffer> {
  const { bytes, view, nameLength } = record(localLength, entry.path, 0);
  view.setUint32(0, localSignature, true);
  view.setUint16(4, plain.needed, true);
  describe(view, { at: 6, entry, dosDateTime, nameLength });
  return bytes;
}

/** An offset of 4 GiB or more stands in a ZIP64 extra field (4.5.3); no single file is that long. */
export function centralHeader(
  entry: ZipEntryFacts,
  { dosDateTime, offset }: { dosDateTime: number; offset: number },
): Uint8Array<ArrayBuffer> {
  const isFar = offset >= most32;
  const { bytes, view, nameLength } = record(centralLength, entry.path, isFar ? extraLength : 0);
  const version = isFar ? zip64 : plain;
  view.setUint32(0, centralSignature, true);
  view.setUint16(4, version.madeBy, true);
  view.setUint16(6, version.needed, true);
  describe(view, { at: 8, entry, dosDateTime, nameLength });
  view.setUint32(42, isFar ? most32 : offset, true);
  if (isFar) {
    view.setUint16(30, extraLength, true);
    const at = centralLength + nameLength;
    view.setUint16(at, 1, true);
    view.setUint16(at + 2, 8, true);
    view.setBigUint64(at + 4, BigInt(offset), true);
  }
  return bytes;
}

/** A header of this length with the name behind it; everything not set stays zero. */
function record(length: number, path: string, extra: number) {
  const name = new TextEncoder().encode(path);
  const bytes = new Uint8Array(length + name.length + extra);
  bytes.set(name, length);
  return { bytes, view: new DataView(bytes.buffer), nameLength: name.length };
}

interface Described {
  at: number;
  entry: ZipEntryFacts;
  dosDateTime: number;
  nameLength: number;
}

/** What local and central header share: no flags, stored, date, CRC, both sizes, length of the name (4.3.7). */
function describe(view: DataView, { at, entry, dosDateTime, nameLength }: Described): void {
  view.setUint32(at + 4, dosDateTime, true);
  view.setUint32(at + 8, entry.crc32, true);
  view.setUint32(at + 12, entry.sizeBytes, true);
  view.setUint32(at + 16, entry.sizeBytes, true);
  view.setUint16(at + 20, nameLength, true);
}

/** The end record (4.3.16), with the ZIP64 record and locator (4.3.14, 4.3.15) where a number does not fit. */
export function endRecords(
  count: number,
  { offset, length }: { offset: number; length: number },
): Uint8Array<ArrayBuffer> {
  const needs64 = count >= most16 || offset >= most32 || length >= most32;
  const bytes = new Uint8Array((needs64 ? 56 + 20 : 0) + 22);
  const view = new DataView(bytes.buffer);
  if (needs64) end64(view, count, { offset, length });
  const at = bytes.length - 22;
  view.setUint32(at, endSignature, true);
  view.setUint16(at + 8, Math.min(count, most16), true);
  view.setUint16(at + 10, Math.min(count, most16), true);
  view.setUint32(at + 12, Math.min(length, most32), true);
  view.setUint32(at + 16, Math.min(offset, most32), true);
  return bytes;
}

function end64(view: DataView, count: number, { offset, length }: { offset: number; length: number }): void {
  view.setUint32(0, end64Signature, true);
  view.setBigUint64(4, 44n, true);
  view.setUint16(12, zip64.madeBy, true);
  view.setUint16(14, zip64.needed, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(length), true);
  view.setBigUint64(48, BigInt(offset), true);
  view.setUint32(56, locator64Signature, true);
  view.setBigUint64(64, BigInt(offset + length), true);
  view.setUint32(72, 1, true);
}
