/** CRC-32 of whole files at twice the pace of ours, compiled for the processor; for containers of gigabytes. */
import { createCRC32 } from "hash-wasm";
import { crc32 } from "./crc32.ts";

/** Of so many bytes at once. */
export type Crc32 = (bytes: Uint8Array) => number;

/** Ours where compiled code is forbidden: the same number, more slowly. */
export async function fastCrc32(): Promise<Crc32> {
  try {
    const hasher = await createCRC32();
    return (bytes) => Number.parseInt(hasher.init().update(bytes).digest("hex"), 16);
  } catch {
    return crc32;
  }
}
