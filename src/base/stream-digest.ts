/** SHA-256 of what comes in pieces: the platform's own digest wants everything at once. */
import { createSHA256 } from "hash-wasm";
import { piecesOf, release } from "./read-blob.ts";

export interface StreamDigest {
  /** The bytes are the digest's from here on: it may give them away or free them. Wherever it waits, the next ones wait for it. */
  update(bytes: Uint8Array<ArrayBuffer>): void | Promise<void>;
  /** Lower-case hex; asked once, at the end. */
  hex(): string | Promise<string>;
  /** How far it is, for another one to go on from, wherever that is; asked once, instead of the end. */
  state(): Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;
}

/** From the beginning, or from where another one was. */
export async function streamDigest(from: Uint8Array | null = null): Promise<StreamDigest> {
  const hasher = await createSHA256();
  if (from) hasher.load(from);
  return {
    update: (bytes) => void hasher.update(bytes),
    hex: () => hasher.digest("hex"),
    state: () => new Uint8Array(hasher.save()),
  };
}

/** Of a Blob of any size, read piece by piece. @throws what the Blob throws when it cannot be read */
export async function digestOfBlob(blob: Blob, elsewhere?: StreamDigest): Promise<string> {
  const digest = elsewhere ?? (await streamDigest());
  for await (const bytes of piecesOf(blob)) {
    await digest.update(bytes);
    if (!elsewhere) release(bytes);
  }
  return await digest.hex();
}
