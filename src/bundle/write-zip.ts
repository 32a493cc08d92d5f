/** Writes the container: a ZIP of stored entries in which every header byte follows from names, sizes and one date. */
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js/index-native.js";

export interface ZipEntryToWrite {
  path: string;
  content: Blob;
}

export interface ZipForm {
  /** MS-DOS date and time of every entry, already in the clock it shall show: no zone of any machine takes part. */
  dosDateTime: number;
  signal: AbortSignal | undefined;
}

/** Entries stand in the order they come. Contents are Blobs, so that none need lie in memory whole. */
export async function writeZip(
  entries: AsyncIterable<ZipEntryToWrite>,
  { dosDateTime, signal }: ZipForm,
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter("application/zip"), {
    level: 0,
    keepOrder: true,
    dataDescriptor: false,
    extendedTimestamp: false,
    rawLastModDate: dosDateTime,
    msDosCompatible: true,
    zip64: false,
    useWebWorkers: false,
    ...(signal ? { signal } : {}),
  });
  for await (const { path, content } of entries) await writer.add(path, new BlobReader(content));
  return writer.close();
}
