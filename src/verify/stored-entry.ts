/** One entry of a container as its central directory describes it, and the way to its content. */

export interface StoredEntry {
  /** With the bag's folder in front, as it stands in the ZIP. */
  path: string;
  /** Of the local header. */
  offset: number;
  /** Inflated. */
  sizeBytes: number;
  crc32: number;
  /** Checks header, overlap, length and CRC on the way. @throws when one of them does not hold */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}
