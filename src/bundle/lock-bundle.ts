/** Wraps a bundle in a ZIP with a passphrase (WinZip AES-256, AE-2), which 7-Zip and bsdtar open. Names inside stay hidden. */
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js/index-native.js";
import { lockedContent } from "../report/locked-file.ts";

const mostPlain = 0xffff_0000;

export interface LockingWatch {
  signal?: AbortSignal | undefined;
  /** Waited for after each piece: who also shows a page lets it have its turn here. */
  onPiece?: (() => Promise<void>) | undefined;
}

/** Not the same bytes twice: each encryption draws its own salt. @throws the signal's reason */
export async function lockBundle(
  zip: Blob,
  passphrase: string,
  { signal, onPiece }: LockingWatch = {},
): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter("application/zip"), {
    password: passphrase,
    encryptionStrength: 3,
    level: 0,
    zip64: zip.size > mostPlain,
    useWebWorkers: false,
    extendedTimestamp: false,
  });
  await writer.add(lockedContent, new BlobReader(zip), {
    ...(signal && { signal }),
    onprogress: async () => {
      await onPiece?.();
      signal?.throwIfAborted();
    },
  });
  return await writer.close();
}
