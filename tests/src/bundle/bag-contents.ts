/** Takes a bundle apart into its files and puts files together again in exactly our container. */
import { BlobReader, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js/index-native.js";
import { sha256Hex } from "../../../src/base/digest.ts";
import { bagPaths, tagFiles } from "../../../src/bundle/bag-layout.ts";
import { byPath, hashdeepText, manifestText } from "../../../src/bundle/manifest.ts";
import { dosDateTime } from "../../../src/bundle/sealing-time.ts";
import { writeZip, zipEntry } from "../../../src/bundle/write-zip.ts";

export const sealedAtUtc = "2026-11-21T11:31:05.123Z";

export interface BagContents {
  name: string;
  /** Content by path inside the bag. */
  files: Map<string, Uint8Array>;
}

export async function bagContents(zip: Blob): Promise<BagContents> {
  const files = new Map<string, Uint8Array>();
  let name = "";
  for (const entry of await new ZipReader(new BlobReader(zip), { useWebWorkers: false }).getEntries()) {
    if (entry.directory) continue;
    const [folder = "", ...path] = entry.filename.split("/");
    name = folder;
    files.set(path.join("/"), await entry.getData(new Uint8ArrayWriter()));
  }
  return { name, files };
}

export function textIn({ files }: BagContents, path: string): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(files.get(path));
}

export function putText({ files }: BagContents, path: string, text: string): void {
  files.set(path, new TextEncoder().encode(text));
}

/** In the order of the paths and with the one date, so that only the contents can give an edit away. */
export function containerOf({ name, files }: BagContents): Promise<Blob> {
  const sorted = Array.from(files, ([path, bytes]) => ({ path, bytes })).sort(byPath);
  const entries = sorted.map(({ path, bytes }) => zipEntry(`${name}/${path}`, new Uint8Array(bytes)));
  return writeZip(entries, { dosDateTime: dosDateTime(sealedAtUtc) });
}

/** Writes every list anew for the files as they are: what a forger does after an edit. */
export async function relist(bag: BagContents): Promise<void> {
  const payload = await linesOf(bag, (path) => path.startsWith("data/"));
  const bytes = payload.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const info = textIn(bag, bagPaths.info).replace(
    /^Payload-Oxum: .*$/m,
    `Payload-Oxum: ${bytes}.${payload.length}`,
  );
  putText(bag, bagPaths.info, info);
  putText(bag, bagPaths.hashdeep, hashdeepText(payload));
  putText(bag, bagPaths.manifest, manifestText(payload));
  const tags = await linesOf(bag, (path) => (tagFiles as readonly string[]).includes(path));
  putText(bag, bagPaths.tagManifest, manifestText(tags));
}

async function linesOf({ files }: BagContents, isWanted: (path: string) => boolean) {
  const lines = [];
  for (const [path, bytes] of files) {
    if (isWanted(path)) lines.push({ path, sizeBytes: bytes.length, sha256: await sha256Hex(bytes) });
  }
  return lines;
}
