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
import { isSafePath } from "./safe-path.ts";

export interface ArchiveLimits {
  entries: number;
  entryBytes: number;
  /** Of all entries together, inflated. */
  totalBytes: number;
  /** Inflated to stored size. */
  ratio: number;
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
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.length === limits.entries)
        return refused({ code: "too-large", detail: `more than ${limits.entries} entries` });
      entries.push(entry);
    }
  } catch (error) {
    return refused(unreadable(error));
  }
  const finding = formOf(entries, limits);
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
function formOf(entries: readonly Entry[], limits: ArchiveLimits): ArchiveRefusal | null {
  const seen = new Set<string>();
  let totalBytes = 0;
  for (const entry of entries) {
    const finding = entryForm(entry, limits);
    if (finding) return finding;
    const folded = entry.filename.toLowerCase();
    if (seen.has(folded)) return { code: "path-repeated", path: visibleText(entry.filename) };
    seen.add(folded);
    totalBytes += entry.uncompressedSize;
    if (totalBytes > limits.totalBytes)
      return { code: "too-large", detail: `more than ${limits.totalBytes} bytes` };
  }
  return null;
}

function entryForm(entry: Entry, limits: ArchiveLimits): ArchiveRefusal | null {
  const { filename, uncompressedSize, compressedSize } = entry;
  const path = visibleText(filename);
  if (!namesOf(entry).every((name) => isSafePath(name.replace(/\/$/, ""))))
    return { code: "path-unsafe", path };
  if (entry.encrypted) return { code: "entry-encrypted", path };
  if (entry.symlink || (entry.directory && uncompressedSize > 0)) return { code: "entry-not-a-file", path };
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (uncompressedSize > limits.entryBytes || ratio > limits.ratio) {
    return { code: "too-large", path, detail: `${compressedSize} → ${uncompressedSize} bytes` };
  }
  if (/\.jsonl?$/.test(filename) && uncompressedSize > limits.jsonBytes) {
    return { code: "too-large", path, detail: `${uncompressedSize} bytes` };
  }
  return null;
}

/** The name as decoded, and its ASCII as it is: in the old code page of ZIP a line end looks like a symbol. */
function namesOf({ filename, rawFilename }: Entry): string[] {
  const ascii = Array.from(rawFilename, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "x"));
  return [filename, ascii.join("")];
}
