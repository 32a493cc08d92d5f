/** What a person or a crash cuts short at the worst moment ends well all the same. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginKeeping, keepPage, outcomeOf } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const restless = `<!doctype html><title>不停的頁</title><p id="p">字</p><script>setInterval(() => p.append("."), 40)</script>`;
  inBrowser.pages.put("/restless", restless);
});
afterAll(() => inBrowser.stop());

test("stopping while a restless page is still being settled for its first masked frame ends the capture", async () => {
  const page = await inBrowser.open("/restless");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "unknown");
  await popup.evaluate(stopAsSoonAsItRuns);
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  const { item } = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  expect(item.verdict.notes.map(({ code }) => code)).toContain("stopped-by-person");
  await page.close();
});

test("a kept item whose reading back was cut off is read back later, and is not made twice", async () => {
  const page = await inBrowser.open("/quiet-post.html");
  const kept = await keepPage(inBrowser.keepleaf, page, "unknown");
  const itemId = kept.kind === "kept" ? kept.itemId : expect.fail(JSON.stringify(kept));
  const library = await openLibrary(inBrowser.keepleaf);
  const before = await itemsIn(library);
  await library.evaluate(cutOffReadingBack, itemId);
  expect((await itemsIn(library)).find(({ id }) => id === itemId)?.isReadBack).toBe(false);
  await library.evaluate(() =>
    Reflect.get(globalThis, "chrome").runtime.sendMessage({
      keepleaf: 1,
      kind: "capture.recover",
      request: null,
    }),
  );
  expect(await itemsIn(library)).toEqual(before);
  await library.close();
});

function itemsIn(library: Page): Promise<{ id: string; isReadBack: boolean }[]> {
  return library.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("keepleaf");
      opening.onsuccess = () => resolve(opening.result);
    });
    const rows = await new Promise<{ item: { id: string }; readBackAt: unknown }[]>((resolve) => {
      const reading = database.transaction("items").objectStore("items").getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    return rows.map(({ item, readBackAt }) => ({ id: item.id, isReadBack: readBackAt !== null }));
  });
}

/** Runs in the library: the item as it stands right after its transaction, its capture a minute old. */
async function cutOffReadingBack(itemId: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = database.transaction(["items", "captures"], "readwrite");
  const found = writing.objectStore("items").get(itemId);
  found.onsuccess = () => {
    const { item, ...stored } = found.result;
    writing.objectStore("items").put({ ...stored, item, readBackAt: null });
    writing.objectStore("captures").put({
      id: crypto.randomUUID(),
      state: "kept",
      caseId: item.caseId,
      about: item.about,
      isMasked: true,
      maskToken: null,
      tabId: 0,
      windowId: 0,
      tab: { url: item.address.url, title: "" },
      nonce: "0".repeat(32),
      startedAt: item.startedAt,
      updatedAtUtc: new Date(Date.now() - 60_000).toISOString(),
      framesTaken: 1,
      framesExpected: 1,
      outcome: null,
      itemId,
      refusedBecause: null,
    });
  };
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
}

/** Runs in the popup: the stop a person presses, sent in the first moment there is a driver to hear it. */
async function stopAsSoonAsItRuns(): Promise<void> {
  const { tabs } = Reflect.get(globalThis, "chrome");
  for (let isHeard = false; !isHeard; ) {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open("keepleaf");
      opening.onsuccess = () => resolve(opening.result);
    });
    const [journal] = await new Promise<{ id: string; nonce: string; tabId: number }[]>((resolve) => {
      const reading = database.transaction("captures").objectStore("captures").getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    database.close();
    const request = { captureId: journal?.id, nonce: journal?.nonce };
    const stop = { keepleaf: 1, kind: "page.stop", request };
    const reply = await tabs.sendMessage(journal?.tabId ?? 0, stop).catch(() => null);
    isHeard = reply?.ok === true;
  }
}
