/** Items as they really come: pages kept by the extension in its browser, with frames and strips as it drew them. */
import type { Page } from "puppeteer-core";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import type { EvidenceItem } from "../../src/evidence/evidence-item.ts";
import { keepPage } from "../browser/keep-page.ts";
import type { KeepleafBrowser } from "../browser/launch-browser.ts";
import { openLibrary } from "../browser/pack-case.ts";
import type { ServedPages } from "./bench-page.ts";
import { feedReady } from "./feed-page.ts";

export interface KeptPage {
  item: EvidenceItem;
  files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** One of words, one with photos among them, one of large photos, and a conversation in a pane. */
export async function keepPages(keepleaf: KeepleafBrowser, pages: ServedPages): Promise<KeptPage[]> {
  const feeds = [
    { posts: 40, width: 620, photos: 0 },
    { posts: 20, width: 620, photos: 0.6 },
    { posts: 12, width: 1_180, photos: 1 },
  ];
  const ids: string[] = [];
  for (const feed of feeds) ids.push(await keepOne(keepleaf, pages.feedOf(feed), feedReady));
  ids.push(await keepOne(keepleaf, pages.conversationOf(80), null));
  const library = await openLibrary(keepleaf);
  try {
    const kept: KeptPage[] = [];
    for (const id of ids) kept.push(await readKept(library, id));
    return kept;
  } finally {
    await library.close();
  }
}

/** The number of the item. */
async function keepOne(keepleaf: KeepleafBrowser, address: string, ready: string | null): Promise<string> {
  const page = await keepleaf.browser.newPage();
  await page.goto(address);
  if (ready !== null)
    await page.waitForFunction((title: string) => document.title === title, { timeout: 60_000 }, ready);
  const outcome = await keepPage(keepleaf, page, "adult");
  if (outcome.kind !== "kept") throw new Error(`${address} was not kept: ${outcome.kind}`);
  await page.close();
  return outcome.itemId;
}

async function readKept(library: Page, itemId: string): Promise<KeptPage> {
  const { item } = (await library.evaluate(readRecord, "items", itemId)) as StoredItem;
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { name } of item.files) {
    const base64 = (await library.evaluate(readRecord, "files", [itemId, name])) as string;
    files.set(name, new Uint8Array(Buffer.from(base64, "base64")));
  }
  return { item, files };
}

/** Runs in the library: a record of the store; of a file its content in base64. */
async function readRecord(store: string, key: IDBValidKey): Promise<unknown> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const record = await new Promise<{ blob?: Blob }>((resolve) => {
    const reading = database.transaction(store).objectStore(store).get(key);
    reading.onsuccess = () => resolve(reading.result);
  });
  database.close();
  if (!record.blob) return record;
  const reader = new FileReader();
  await new Promise((resolve) => {
    reader.onload = resolve;
    reader.readAsDataURL(record.blob as Blob);
  });
  return String(reader.result).split(",")[1] ?? "";
}
