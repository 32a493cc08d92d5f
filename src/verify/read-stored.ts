/** Reads entries straight from a container of exactly our form: no stream, no codec, their CRC still checked. */
import { BlobWindow } from "../base/blob-window.ts";
import { readBlob } from "../base/read-blob.ts";
import type { Crc32 } from "../base/fast-crc32.ts";
import { contentOffset } from "../bundle/zip-form.ts";
import type { StoredPlace } from "./stored-entry.ts";

export class StoredReader {
  readonly #zip: BlobWindow;
  readonly #crc32: Crc32;

  constructor(zip: Blob, crc32: Crc32) {
    this.#zip = new BlobWindow(zip);
    this.#crc32 = crc32;
  }

  /** @throws Error when the bytes do not have the CRC the headers give */
  async read(entry: StoredPlace): Promise<Uint8Array<ArrayBuffer>> {
    const { sizeBytes, crc32 } = entry;
    const start = contentOffset(entry);
    const bytes = await readBlob(this.#zip.piece(start, start + sizeBytes));
    if (this.#crc32(bytes) !== crc32) throw new Error("Invalid CRC-32 checksum");
    return bytes;
  }
}
