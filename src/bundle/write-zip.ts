/**
 * Writes the container: stored entries behind headers of our one form. Contents stay the Blobs they are, so that a
 * bundle of any size is put together without lying in memory.
 */
import { crc32 } from "../base/crc32.ts";
import { centralHeader, endRecords, localHeader, type ZipEntryFacts } from "./zip-form.ts";

export interface ZipEntryToWrite extends ZipEntryFacts {
  content: Blob;
}

/** Of bytes that lie in memory. */
export function zipEntry(path: string, bytes: Uint8Array<ArrayBuffer>): ZipEntryToWrite {
  return { path, content: new Blob([bytes]), sizeBytes: bytes.length, crc32: crc32(bytes) };
}

export interface ZipForm {
  /** MS-DOS date and time of every entry, already in the clock it shall show: no zone of any machine takes part. */
  dosDateTime: number;
}

/** Entries stand in the order they come. */
export async function writeZip(
  entries: AsyncIterable<ZipEntryToWrite> | Iterable<ZipEntryToWrite>,
  { dosDateTime }: ZipForm,
): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for await (const { content, ...facts } of entries) {
    directory.push(centralHeader(facts, { dosDateTime, offset }));
    const header = localHeader(facts, dosDateTime);
    parts.push(header, content);
    offset += header.length + content.size;
  }
  const length = directory.reduce((sum, header) => sum + header.length, 0);
  parts.push(...directory, endRecords(directory.length, { offset, length }));
  return new Blob(parts, { type: "application/zip" });
}
