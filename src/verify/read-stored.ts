/** Reads an entry straight from a container of exactly our form: no stream, no codec, its CRC still checked. */
import { crc32 } from "../base/crc32.ts";
import type { StoredEntry } from "./stored-entry.ts";

const localHeaderLength = 30;

/** @throws Error when the bytes do not have the CRC the headers give */
export async function readStored(zip: Blob, entry: StoredEntry): Promise<Uint8Array<ArrayBuffer>> {
  const start = entry.offset + localHeaderLength + new TextEncoder().encode(entry.path).length;
  const bytes = new Uint8Array(await zip.slice(start, start + entry.sizeBytes).arrayBuffer());
  if (crc32(bytes) !== entry.crc32) throw new Error("Invalid CRC-32 checksum");
  return bytes;
}
