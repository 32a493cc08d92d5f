/** One file of a bag before it is written: its path, its size, and how to measure its content when its turn comes. */
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
  return madeFile(path, new Blob([text]));
}

export function bytesFile(path: string, bytes: Uint8Array<ArrayBuffer>): BagFile {
  return madeFile(path, new Blob([bytes]));
}

export function madeFile(path: string, content: Blob): BagFile {
  const measure = async () => {
    const bytes = new Uint8Array(await content.arrayBuffer());
    return { path, content, sizeBytes: bytes.length, sha256: await sha256Hex(bytes), crc32: crc32(bytes) };
  };
  return { path, sizeBytes: content.size, measure };
}
