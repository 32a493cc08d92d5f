/** Reads entries straight from a container of exactly our form: no stream, no codec, their CRC still checked. */
import { sha256Hex } from "../base/digest.ts";
import { BlobWindow } from "../base/blob-window.ts";
import { type Crc32, fastCrc32 } from "../base/fast-crc32.ts";
import { readBlob } from "../base/read-blob.ts";
import { streamDigest } from "../base/stream-digest.ts";
import { contentOffset } from "../bundle/zip-form.ts";
import type { StoredPlace } from "./stored-entry.ts";

/** Bytes of a container, the last not included. They are the taker's, who may give them back when done. */
export type ReadPart = (start: number, end: number) => Promise<Uint8Array<ArrayBuffer>>;

export type Sha256Of = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** How a container is read; every platform has its quickest way. */
export interface ContainerMeans {
  readPart: ReadPart;
  crc32: Crc32;
  /** In hexadecimal. */
  sha256: Sha256Of;
}

/** What every platform has. */
export async function blobMeans(zip: Blob): Promise<ContainerMeans> {
  const window = new BlobWindow(zip);
  return {
    readPart: (start, end) => readBlob(window.piece(start, end)),
    crc32: await fastCrc32(),
    sha256: digestOf,
  };
}

/** The platform's digest copies what it is given: of something large that would be as much memory again. */
const copiedBytes = 8 * 1024 * 1024;

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Where compiled code is forbidden there is the platform's alone.
  const digest = bytes.length > copiedBytes ? await streamDigest().catch(() => null) : null;
  if (digest === null) return await sha256Hex(bytes);
  await digest.update(bytes);
  return await digest.hex();
}

export class StoredReader {
  readonly #means: ContainerMeans;

  constructor(means: ContainerMeans) {
    this.#means = means;
  }

  /** @throws Error when the bytes do not have the CRC the headers give */
  async read(entry: StoredPlace): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.readAgain(entry);
    if (this.#means.crc32(bytes) !== entry.crc32) throw new Error("Invalid CRC-32 checksum");
    return bytes;
  }

  /** What was held to its CRC before. */
  readAgain(entry: StoredPlace): Promise<Uint8Array<ArrayBuffer>> {
    const start = contentOffset(entry);
    return this.#means.readPart(start, start + entry.sizeBytes);
  }
}
