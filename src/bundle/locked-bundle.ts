/** Tells a locked bundle from every other file, before anybody is asked for its passphrase: one form, and nothing beside it. */
import { BlobReader, type Entry, type FileEntry, ZipReader } from "@zip.js/zip.js/index-native.js";
import { toHex } from "../base/hex.ts";
import { directoryLength } from "../archive/directory-length.ts";
import { lockedContent } from "../report/locked-file.ts";
import { bundleLimits } from "./bundle-limits.ts";
import { localLength, localSignature } from "./zip-form.ts";

export interface LockedBundle {
  /** Of the bundle inside. */
  contentBytes: number;
  /** Drawn anew with every locking, so that it tells one locked file from every other; hex. */
  salt: string;
  entry: FileEntry;
}

const aesMethod = 99;
const aes256 = 3;
/** Its tag is the only check there is; the older form adds a CRC of what is inside, in the open. */
const ae2 = 2;
const storedMethod = 0;
const saltBytes = 16;
/** Salt, two bytes by which a wrong passphrase shows, and the tag at the end. */
const lockBytes = saltBytes + 2 + 10;
/** Headers, a directory of one entry and an end record: with times in all forms less than this. */
const mostAround = 1_024;

/** As `lockBundle` makes them, or 7-Zip with AES-256 and no compression; null for everything else. */
export async function lockedBundleIn(zip: Blob): Promise<LockedBundle | null> {
  const salt = await saltIn(zip);
  if (salt === null || (await directoryLength(zip)) > mostAround) return null;
  const entry = await onlyEntry(zip);
  if (!entry || !isLocked(entry)) return null;
  const { uncompressedSize: contentBytes, compressedSize } = entry;
  const isWhole = compressedSize === contentBytes + lockBytes && zip.size - compressedSize <= mostAround;
  return isWhole && contentBytes <= bundleLimits.totalBytes ? { contentBytes, salt, entry } : null;
}

/** Null where the file does not begin with a locked entry of the one name. */
async function saltIn(zip: Blob): Promise<string | null> {
  const name = new TextEncoder().encode(lockedContent);
  const head = new DataView(await zip.slice(0, localLength + name.length).arrayBuffer());
  if (head.byteLength < localLength + name.length || head.getUint32(0, true) !== localSignature) return null;
  const isNamed =
    head.getUint16(26, true) === name.length &&
    name.every((byte, at) => head.getUint8(localLength + at) === byte);
  if (!isNamed || head.getUint16(8, true) !== aesMethod) return null;
  const at = localLength + name.length + head.getUint16(28, true);
  return toHex(new Uint8Array(await zip.slice(at, at + saltBytes).arrayBuffer()));
}

async function onlyEntry(zip: Blob): Promise<Entry | null> {
  const reader = new ZipReader(new BlobReader(zip), { strictness: "strict", useWebWorkers: false });
  try {
    const [only = null, another] = await reader.getEntries();
    return another ? null : only;
  } catch {
    return null;
  }
}

function isLocked(entry: Entry): entry is FileEntry {
  const { filename, offset, encrypted, compressionMethod, extraFieldAES: lock } = entry;
  const isOfOurName = filename === lockedContent && offset === 0 && !entry.directory;
  return (
    isOfOurName &&
    encrypted &&
    lock?.strength === aes256 &&
    lock.vendorVersion === ae2 &&
    compressionMethod === storedMethod
  );
}
