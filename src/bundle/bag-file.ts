/** One file of a bag before it is written: its path, its size, and how to measure its content when its turn comes. */
import { blobSums } from "../base/blob-sums.ts";
import { crc32 } from "../base/crc32.ts";
import { sha256Hex } from "../base/digest.ts";

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
  return bytesFile(path, new TextEncoder().encode(text));
}

/** Measured as the bytes they are: reading hundreds of Blobs back takes more memory than all of them have. */
export function bytesFile(path: string, bytes: Uint8Array<ArrayBuffer>): BagFile {
  const facts = { path, sizeBytes: bytes.length };
  return {
    ...facts,
    measure: async () => ({
      ...facts,
      content: new Blob([bytes]),
      sha256: await sha256Hex(bytes),
      crc32: crc32(bytes),
    }),
  };
}

/** Of any size. */
export function madeFile(path: string, content: Blob): BagFile {
  const facts = { path, content, sizeBytes: content.size };
  return { path, sizeBytes: content.size, measure: async () => ({ ...facts, ...(await blobSums(content)) }) };
}
