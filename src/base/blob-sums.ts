/** Digest and CRC of a Blob, read piece by piece: it need not lie in memory as a whole. */
import { createSHA256 } from "hash-wasm";
import { crc32 } from "./crc32.ts";
import { sha256Hex } from "./digest.ts";
import { pieceBytes, piecesOf, release } from "./read-blob.ts";

export interface BlobSums {
  sha256: string;
  crc32: number;
}

/** @throws what the Blob throws when it cannot be read */
export async function blobSums(blob: Blob): Promise<BlobSums> {
  // Most of what is made is short, and then the platform's own digest is quicker.
  if (blob.size <= pieceBytes) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return { sha256: await sha256Hex(bytes), crc32: crc32(bytes) };
  }
  const hasher = await createSHA256();
  let sum = 0;
  for await (const bytes of piecesOf(blob)) {
    hasher.update(bytes);
    sum = crc32(bytes, sum);
    release(bytes);
  }
  return { sha256: hasher.digest("hex"), crc32: sum };
}
