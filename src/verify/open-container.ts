/** Opens a bundle from anywhere: a bearable archive whose entries all stand in one folder named as ours. */
import { type Entry, Uint8ArrayWriter } from "@zip.js/zip.js/index-native.js";
import { listArchive } from "../archive/list-archive.ts";
import { visibleText } from "../base/visible-text.ts";
import { bagNamePattern } from "../bundle/bag-layout.ts";
import { bundleLimits } from "../bundle/bundle-limits.ts";
import type { Finding } from "./finding.ts";
import type { StoredEntry } from "./stored-entry.ts";

export type Container =
  | { kind: "open"; bagName: string; entries: StoredEntry[]; hasFolders: boolean }
  | { kind: "refused"; finding: Finding };

export async function openContainer(zip: Blob): Promise<Container> {
  const listing = await listArchive(zip, bundleLimits);
  return listing.kind === "refused" ? listing : bagIn(listing.entries);
}

function refused(finding: Finding): Container {
  return { kind: "refused", finding };
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
