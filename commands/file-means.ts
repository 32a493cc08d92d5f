/** How Node reads a container most quickly: parts of the file into memory that is used again, and its own CRC-32. */
import { hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { takeBuffer } from "../src/base/read-blob.ts";
import type { ContainerMeans } from "../src/verify/read-stored.ts";

/** The file stays open until `close`. @throws Error where it cannot be opened */
export function fileMeans(file: string): ContainerMeans & { close(): void } {
  const descriptor = openSync(file, "r");
  return {
    readPart: async (start, end) => readPart(descriptor, start, end),
    crc32: (bytes) => crc32(bytes),
    // At once: on a thread of its own nothing waits for it, and nothing is copied.
    sha256: async (bytes) => hash("sha256", bytes, "hex"),
    close: () => closeSync(descriptor),
  };
}

/** Fewer bytes where the file ends before. */
function readPart(descriptor: number, start: number, end: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(takeBuffer(end - start), 0, end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const read = readSync(descriptor, bytes, filled, bytes.length - filled, start + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
