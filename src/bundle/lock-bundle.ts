/** Wraps a bundle in a ZIP with a passphrase (WinZip AES-256, AE-2), which 7-Zip and bsdtar open. Names inside stay hidden. */
import { BlobReader, BlobWriter, ZipWriter } from "@zip.js/zip.js/index-native.js";
import { lockedContent } from "../report/locked-file.ts";

const mostPlain = 0xffff_0000;

/** Not the same bytes twice: each encryption draws its own salt. */
export async function lockBundle(zip: Blob, passphrase: string): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter("application/zip"), {
    password: passphrase,
    encryptionStrength: 3,
    level: 0,
    zip64: zip.size > mostPlain,
    useWebWorkers: false,
    extendedTimestamp: false,
  });
  await writer.add(lockedContent, new BlobReader(zip));
  return await writer.close();
}
