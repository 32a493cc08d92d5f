/** One file of a bag before it is written: its path, its size, and how to get its bytes when its turn comes. */

export interface BagFile {
  path: string;
  sizeBytes: number;
  open(): Promise<Blob>;
}

export function textFile(path: string, text: string): BagFile {
  const blob = new Blob([text]);
  return { path, sizeBytes: blob.size, open: () => Promise.resolve(blob) };
}
