/** Opens a ZIP that may come from anywhere: counts, sizes and names are checked before a byte is inflated. */
import {
  BlobReader,
  type Entry,
  ERR_AMBIGUOUS_ARCHIVE,
  ERR_BAD_FORMAT,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_EOCDR_NOT_FOUND,
  ERR_UNSAFE_FILENAME,
  Uint8ArrayWriter,
  WARNING_DUPLICATE_FILENAME,
  ZipReader,
} from "@zip.js/zip.js/index-native.js";
import { bagNamePattern, isSafePath } from "../bundle/bag-layout.ts";
import { bundleLimits } from "../bundle/bundle-limits.ts";
import { visibleText } from "../base/visible-text.ts";
import type { Finding } from "./finding.ts";
import type { StoredEntry } from "./stored-entry.ts";

export type Container =
  | { kind: "open"; bagName: string; entries: StoredEntry[]; hasFolders: boolean }
  | { kind: "refused"; finding: Finding };

export async function openContainer(zip: Blob): Promise<Container> {
  const reader = new ZipReader(new BlobReader(zip), {
    strictness: "strict",
    checkOverlappingEntry: true,
    checkCrc32: true,
    useWebWorkers: false,
  });
  const listed: Entry[] = [];
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (listed.length === bundleLimits.entries)
        return refused({ code: "too-large", detail: `more than ${bundleLimits.entries} entries` });
      listed.push(entry);
    }
  } catch (error) {
    return refused(unreadable(error));
  }
  const finding = formOf(listed);
  return finding ? refused(finding) : bagIn(listed);
}

function refused(finding: Finding): Container {
  return { kind: "refused", finding };
}

function unreadable(error: unknown): Finding {
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
function formOf(entries: readonly Entry[]): Finding | null {
  const seen = new Set<string>();
  let totalBytes = 0;
  for (const entry of entries) {
    const finding = entryForm(entry);
    if (finding) return finding;
    const folded = entry.filename.toLowerCase();
    if (seen.has(folded)) return { code: "path-repeated", path: visibleText(entry.filename) };
    seen.add(folded);
    totalBytes += entry.uncompressedSize;
    if (totalBytes > bundleLimits.totalBytes)
      return { code: "too-large", detail: `more than ${bundleLimits.totalBytes} bytes` };
  }
  return null;
}

function entryForm(entry: Entry): Finding | null {
  const { filename, uncompressedSize, compressedSize } = entry;
  const path = visibleText(filename);
  if (!namesOf(entry).every((name) => isSafePath(name.replace(/\/$/, ""))))
    return { code: "path-unsafe", path };
  if (entry.encrypted) return { code: "entry-encrypted", path };
  if (entry.symlink || (entry.directory && uncompressedSize > 0)) return { code: "entry-not-a-file", path };
  const ratio = uncompressedSize / Math.max(1, compressedSize);
  if (uncompressedSize > bundleLimits.entryBytes || ratio > bundleLimits.ratio) {
    return { code: "too-large", path, detail: `${compressedSize} → ${uncompressedSize} bytes` };
  }
  if (/\.jsonl?$/.test(filename) && uncompressedSize > bundleLimits.jsonBytes) {
    return { code: "too-large", path, detail: `${uncompressedSize} bytes` };
  }
  return null;
}

/** The name as decoded, and its ASCII as it is: in the old code page of ZIP a line end looks like a symbol. */
function namesOf({ filename, rawFilename }: Entry): string[] {
  const ascii = Array.from(rawFilename, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "x"));
  return [filename, ascii.join("")];
}

/** Every entry stands in one folder that is named as a bag of ours. */
function bagIn(listed: readonly Entry[]): Container {
  const folders = new Set(listed.map(({ filename }) => filename.split("/")[0] ?? ""));
  const [bagName = ""] = folders;
  if (folders.size !== 1 || !bagNamePattern.test(bagName))
    return refused({ code: "not-a-bundle", detail: visibleText(bagName) });
  const entries = listed.flatMap((entry) => (entry.directory ? [] : [storedEntry(entry)]));
  return { kind: "open", bagName, entries, hasFolders: entries.length < listed.length };
}

function storedEntry(entry: Extract<Entry, { directory: false }>): StoredEntry {
  return {
    path: entry.filename,
    offset: entry.offset,
    sizeBytes: entry.uncompressedSize,
    crc32: entry.crc32 ?? 0,
    read: () => entry.getData(new Uint8ArrayWriter()),
  };
}
