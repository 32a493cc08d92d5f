/** SHA-256 of what comes in pieces: the platform's own digest wants everything at once. */
import { createSHA256 } from "hash-wasm";

export interface StreamDigest {
  update(bytes: Uint8Array): void;
  /** Lower-case hex; asked once, at the end. */
  hex(): string;
}

export async function streamDigest(): Promise<StreamDigest> {
  const hasher = await createSHA256();
  return { update: (bytes) => void hasher.update(bytes), hex: () => hasher.digest("hex") };
}
