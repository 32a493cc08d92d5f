/** One entry of a container as its central directory describes it, and the way to its content. */

/** Where it lies and how large it is: in a container of exactly our form that is enough to read it. */
export interface StoredPlace {
  /** With the bag's folder in front, as it stands in the ZIP. */
  path: string;
  /** Of the local header. */
  offset: number;
  /** Inflated. */
  sizeBytes: number;
  crc32: number;
}

export interface StoredEntry extends StoredPlace {
  /** Checks header, overlap, length and CRC on the way. @throws when one of them does not hold */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}
