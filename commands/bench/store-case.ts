/** Puts a large case into the store of the running extension, as if each page had been kept. */
import type { Page } from "puppeteer-core";
import { crc32 } from "../../src/base/crc32.ts";
import type { LargeCase } from "./large-case.ts";

type Records = Record<"cases" | "items" | "log" | "heads", unknown[]>;

/** As an earlier version kept it, nobody knows the checksums of its files, and packing reads each of them first. */
export async function storeCase(
  library: Page,
  { caseFile, items, log, head, files }: LargeCase,
  { isEarlier } = { isEarlier: false },
): Promise<void> {
  const checksums = (item: LargeCase["items"][number]) => (isEarlier ? null : checksumsOf(item, files));
  const readBackAt = items[0]?.finishedAt;
  const records: Records = {
    cases: [caseFile],
    items: items.map((item) => ({ item, readBackAt, checksums: checksums(item) })),
    log,
    heads: [{ caseId: caseFile.id, ...head }],
  };
  await library.evaluate(putRecords, records);
  const ids = items.map(({ id }) => id);
  for (const [name, bytes] of files)
    await library.evaluate(putFiles, ids, name, Buffer.from(bytes).toString("base64"));
}

function checksumsOf(item: LargeCase["items"][number], files: LargeCase["files"]): number[] {
  return item.files.map(({ name }) => crc32(files.get(name) ?? new Uint8Array()));
}

/** Runs in the library. */
async function putRecords(records: Records): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const names = Object.keys(records) as (keyof Records)[];
  const writing = database.transaction(names, "readwrite");
  for (const name of names) for (const record of records[name]) writing.objectStore(name).put(record);
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onabort = () => reject(writing.error);
  });
  database.close();
}

/**
 * Runs in the library: the same bytes for each item, each lying in a file of its own. Only the first comes out of memory,
 * which would be full of Blobs before all are written; the others are copied from its file.
 */
async function putFiles(ids: readonly string[], name: string, base64: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  let blob = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
  for (const itemId of ids) {
    const writing = database.transaction("files", "readwrite");
    writing.objectStore("files").put({ itemId, name, blob });
    await new Promise((resolve, reject) => {
      writing.oncomplete = resolve;
      writing.onabort = () => reject(writing.error);
    });
    if (itemId !== ids[0]) continue;
    const reading = database.transaction("files").objectStore("files").get([itemId, name]);
    blob = await new Promise((resolve) => {
      reading.onsuccess = () => resolve(reading.result.blob);
    });
  }
  database.close();
}
