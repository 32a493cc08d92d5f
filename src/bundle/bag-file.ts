/** One file of a bag before it is written: its path, its size, and how to measure its content when its turn comes. */
import { blobSums } from "../base/blob-sums.ts";

export interface MeasuredFile {
  path: string;
  /** What is put into the container: the Blob of the database itself, which need not lie in memory. */
  content: Blob;
  sizeBytes: number;
  sha256: string;
  crc32: number;
}

export interface BagFile {
  path: string;
  sizeBytes: number;
  measure(): Promise<MeasuredFile>;
}

export function textFile(path: string, text: string): BagFile {
  return madeFile(path, new Blob([text]));
}

export function bytesFile(path: string, bytes: Uint8Array<ArrayBuffer>): BagFile {
  return madeFile(path, new Blob([bytes]));
}

export function madeFile(path: string, content: Blob): BagFile {
  const facts = { path, content, sizeBytes: content.size };
  return { path, sizeBytes: content.size, measure: async () => ({ ...facts, ...(await blobSums(content)) }) };
}
