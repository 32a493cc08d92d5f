/** Reads entries straight from a container of exactly our form: no stream, no codec, their CRC still checked. */
import { BlobWindow } from "../base/blob-window.ts";
import type { Crc32 } from "../base/fast-crc32.ts";
import type { StoredEntry } from "./stored-entry.ts";

const localHeaderLength = 30;

export class StoredReader {
  readonly #zip: BlobWindow;
  readonly #crc32: Crc32;

  constructor(zip: Blob, crc32: Crc32) {
    this.#zip = new BlobWindow(zip);
    this.#crc32 = crc32;
  }

  /** @throws Error when the bytes do not have the CRC the headers give */
  async read({ path, offset, sizeBytes, crc32 }: StoredEntry): Promise<Uint8Array<ArrayBuffer>> {
    const start = offset + localHeaderLength + new TextEncoder().encode(path).length;
    const bytes = new Uint8Array(await this.#zip.piece(start, start + sizeBytes).arrayBuffer());
    if (this.#crc32(bytes) !== crc32) throw new Error("Invalid CRC-32 checksum");
    return bytes;
  }
}
