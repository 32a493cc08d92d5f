/** SHA-256 of what comes in pieces: the platform's own digest wants everything at once. */
import { createSHA256 } from "hash-wasm";

export interface StreamDigest {
  /** The bytes are the digest's from here on: it may give them away or free them. Wherever it waits, the next ones wait for it. */
  update(bytes: Uint8Array<ArrayBuffer>): void | Promise<void>;
  /** Lower-case hex; asked once, at the end. */
  hex(): string | Promise<string>;
}

export async function streamDigest(): Promise<StreamDigest> {
  const hasher = await createSHA256();
  return { update: (bytes) => void hasher.update(bytes), hex: () => hasher.digest("hex") };
}
