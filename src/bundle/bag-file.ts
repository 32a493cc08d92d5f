/** One file of a bag before it is written: its path, its size, and how to get its content when its turn comes. */

export interface OpenedFile {
  /** What is put into the container: the Blob of the database itself, which need not lie in memory. */
  content: Blob;
  bytes: Uint8Array<ArrayBuffer>;
  /** Of these bytes, where it was just worked out. */
  sha256?: string;
}

export interface BagFile {
  path: string;
  sizeBytes: number;
  open(): Promise<OpenedFile>;
}

export function textFile(path: string, text: string): BagFile {
  return bytesFile(path, new TextEncoder().encode(text));
}

export function bytesFile(path: string, bytes: Uint8Array<ArrayBuffer>): BagFile {
  return { path, sizeBytes: bytes.length, open: async () => ({ content: new Blob([bytes]), bytes }) };
}
