/** Reads an entry straight from a container of exactly our form: no stream, no codec, its CRC still checked. */
import type { StoredEntry } from "./stored-entry.ts";

const localHeaderLength = 30;

/** @throws Error when the bytes do not have the CRC the headers give */
export async function readStored(zip: Blob, entry: StoredEntry): Promise<Uint8Array<ArrayBuffer>> {
  const start = entry.offset + localHeaderLength + new TextEncoder().encode(entry.path).length;
  const bytes = new Uint8Array(await zip.slice(start, start + entry.sizeBytes).arrayBuffer());
  if (crc32(bytes) !== entry.crc32) throw new Error("Invalid CRC-32 checksum");
  return bytes;
}

/** APPNOTE 4.4.7: the reversed polynomial of ISO 3309. */
const polynomial = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit += 1)
    remainder = remainder & 1 ? (remainder >>> 1) ^ polynomial : remainder >>> 1;
  return remainder;
});

export function crc32(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = (remainder >>> 8) ^ (table[(remainder ^ byte) & 0xff] ?? 0);
  return ~remainder >>> 0;
}
