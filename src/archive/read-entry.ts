/** Inflates one entry of an archive, and stops as soon as it is larger than it may be. */
import type { FileEntry } from "@zip.js/zip.js/index-native.js";

export type ArchivedFile = FileEntry;

/** The bytes; null when they are damaged, or more than `mostBytes` whatever the archive says of them. */
export async function readEntry(
  entry: ArchivedFile,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write: (part) => {
      bytes += part.length;
      if (bytes > mostBytes) throw new RangeError("larger than it may be");
      parts.push(part);
    },
  });
  try {
    await entry.getData(sink, { checkCrc32: true, useWebWorkers: false });
  } catch {
    return null;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
