/**
 * Writes the container: stored entries behind headers of our one form. Contents stay the Blobs they are, so that a
 * bundle of any size is put together without lying in memory.
 */
import { fastCrc32 } from "../base/fast-crc32.ts";
import { centralHeader, endRecords, localHeader, type ZipEntryFacts } from "./zip-form.ts";

export interface ZipEntryToWrite {
  path: string;
  content: Blob;
  /** The bytes of the content, where the caller has read them anyway. */
  bytes?: Uint8Array<ArrayBuffer>;
}

export interface ZipForm {
  /** MS-DOS date and time of every entry, already in the clock it shall show: no zone of any machine takes part. */
  dosDateTime: number;
  signal: AbortSignal | undefined;
  /** Is given every byte of the container in its order. */
  onBytes?: ((bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>) | undefined;
}

/** Entries stand in the order they come. */
export async function writeZip(
  entries: AsyncIterable<ZipEntryToWrite>,
  { dosDateTime, signal, onBytes }: ZipForm,
): Promise<Blob> {
  const crc32 = await fastCrc32();
  const parts: BlobPart[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  const add = async (part: Blob | Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>) => {
    parts.push(part);
    await onBytes?.(bytes);
    offset += bytes.length;
  };
  for await (const { path, content, bytes: read } of entries) {
    signal?.throwIfAborted();
    const bytes = read ?? new Uint8Array(await content.arrayBuffer());
    const facts: ZipEntryFacts = { path, sizeBytes: bytes.length, crc32: crc32(bytes) };
    directory.push(centralHeader(facts, { dosDateTime, offset }));
    const header = localHeader(facts, dosDateTime);
    await add(header, header);
    await add(content, bytes);
  }
  const start = offset;
  for (const header of directory) await add(header, header);
  const end = endRecords(directory.length, { offset: start, length: offset - start });
  await add(end, end);
  return new Blob(parts, { type: "application/zip" });
}
