/** Opens a ZIP that may come from anywhere: counts, sizes and names are checked before a byte is inflated. */
import {
  BlobReader,
  type Entry,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_BAD_FORMAT,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_EOCDR_NOT_FOUND,
  ERR_UNSAFE_FILENAME,
  WARNING_DUPLICATE_FILENAME,
  ZipReader,
} from "@zip.js/zip.js/index-native.js";
import { visibleText } from "../base/visible-text.ts";
import { directoryLength } from "./directory-length.ts";
import { isSafePath } from "./safe-path.ts";

export interface ArchiveLimits {
  entries: number;
  entryBytes: number;
  /** Of all entries together, inflated. */
  totalBytes: number;
  /** Inflated to stored size of one entry. */
  ratio: number;
  /** An entry larger than this may not be packed tighter than `largeRatio`. */
  largeEntryBytes: number;
  largeRatio: number;
  /** All entries together, to the size of the archive, where they are more than `smallTotalBytes`. */
  totalRatio: number;
  smallTotalBytes: number;
  /** Of a `.json` or `.jsonl` entry. */
  jsonBytes: number;
}

export type ArchiveFault =
  | "not-a-zip"
  | "zip-damaged"
  | "too-large"
  | "entry-encrypted"
  | "entry-not-a-file"
  | "path-unsafe"
  | "path-repeated";

export interface ArchiveRefusal {
  code: ArchiveFault;
  /** A short fact for an expert. */
  detail?: string;
  /** With every unseen character as its code. */
  path?: string;
}

export type ArchiveListing =
  | { kind: "listed"; entries: Entry[] }
  | { kind: "refused"; finding: ArchiveRefusal };

/** The list of entries is taken into memory whole; one of 20,000 files takes about 3 MB. */
const longestDirectory = 16 * 1024 * 1024;

/** Every entry in the order of the directory, or the first thing that forbids reading on. */
export async function listArchive(zip: Blob, limits: ArchiveLimits): Promise<ArchiveListing> {
  const reader = new ZipReader(new BlobReader(zip), {
    strictness: "strict",
    checkOverlappingEntry: true,
    checkCrc32: true,
    useWebWorkers: false,
  });
  const entries: Entry[] = [];
  try {
    const directory = await directoryLength(zip);
    if (directory > longestDirectory)
      return refused({ code: "too-large", detail: `a list of ${directory} bytes` });
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === limits.entries)
        return refused({ code: "too-large", detail: `more than ${limits.entries} entries` });
      entries.push(entry);
    }
  } catch (error) {
    return refused(unreadable(error));
  }
  const finding = formOf(entries, limits, zip.size);
  return finding ? refused(finding) : { kind: "listed", entries };
}

function refused(finding: ArchiveRefusal): ArchiveListing {
  return { kind: "refused", finding };
}

function unreadable(error: unknown): ArchiveRefusal {
  const {
    message = "",
    reason = "",
    filename = "",
  } = error as { message?: string; reason?: string; filename?: string };
  switch (message) {
    case ERR_BAD_FORMAT:
    case ERR_EOCDR_NOT_FOUND:
      return { code: "not-a-zip", detail: message };
    case ERR_UNSAFE_FILENAME:
      return { code: "path-unsafe", path: visibleText(filename) };
    case ERR_ENCRYPTED_CENTRAL_DIRECTORY:
      return { code: "entry-encrypted", path: "" };
    case ERR_AMBIGUOUS_ARCHIVE:
      return reason === WARNING_DUPLICATE_FILENAME
        ? { code: "path-repeated", path: "" }
        : { code: "zip-damaged", detail: reason };
    default:
      return { code: "zip-damaged", detail: message };
  }
}

/** The first thing that forbids reading on; null when every entry is a plain file of bearable size and a safe name. */
function formOf(entries: readonly Entry[], limits: ArchiveLimits, zipBytes: number): ArchiveRefusal | null {
  const seen = new Set<string>();
  const mostInflated = Math.max(limits.smallTotalBytes, zipBytes * limits.totalRatio);
  const mostBytes = Math.min(limits.totalBytes, mostInflated);
  let totalBytes = 0;
  for (const entry of entries) {
    const finding = entryForm(entry, limits);
    if (finding) return finding;
    const folded = entry.filename.toLowerCase();
    if (seen.has(folded)) return { code: "path-repeated", path: visibleText(entry.filename) };
    seen.add(folded);
    totalBytes += entry.uncompressedSize;
    if (totalBytes > mostBytes)
      return { code: "too-large", detail: `${zipBytes} → more than ${mostBytes} bytes` };
  }
  return null;
}

function entryForm(entry: Entry, limits: ArchiveLimits): ArchiveRefusal | null {
  const { filename, uncompressedSize, compressedSize } = entry;
  const path = visibleText(filename);
  if (!namesOf(entry).every((name) => isSafePath(name.replace(/\/$/, ""))))
    return { code: "path-unsafe", path };
  if (entry.encrypted) return { code: "entry-encrypted", path };
  if (!isPlainKind(entry) || (entry.directory && uncompressedSize > 0))
    return { code: "entry-not-a-file", path };
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  const mostRatio = uncompressedSize > limits.largeEntryBytes ? limits.largeRatio : limits.ratio;
  if (uncompressedSize > limits.entryBytes || ratio > mostRatio) {
    return { code: "too-large", path, detail: `${compressedSize} → ${uncompressedSize} bytes` };
  }
  if (/\.jsonl?$/.test(filename) && uncompressedSize > limits.jsonBytes) {
    return { code: "too-large", path, detail: `${uncompressedSize} bytes` };
  }
  return null;
}

const unixSystem = 3;
/** The type in the mode of a Unix file: none said, a file, a folder. Links, devices, pipes and sockets are none of these. */
const plainTypes: readonly number[] = [0, 0o100000, 0o040000];

function isPlainKind({ symlink, versionMadeBy, externalFileAttributes }: Entry): boolean {
  if (versionMadeBy >> 8 !== unixSystem) return !symlink;
  return plainTypes.includes((externalFileAttributes >>> 16) & 0o170000);
}

/** The name as decoded, and its ASCII as it is: in the old code page of ZIP a line end looks like a symbol. */
function namesOf({ filename, rawFilename }: Entry): string[] {
  const ascii = Array.from(rawFilename, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "x"));
  return [filename, ascii.join("")];
}
