/** Packing of a case that takes seconds: the page stays at hand, it can be stopped, and a spoilt file is named. */
import { readdirSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { largeCase } from "../../commands/bench/large-case.ts";
import { storeCase } from "../../commands/bench/store-case.ts";
import { openLibrary, watchDownloads } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { actionsInLog } from "./log-actions.ts";
import { packAndOpen } from "./opened-bundle.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const items = 30;
let inBrowser: InBrowser;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["empty"], 60);
  await storeCase(library, await largeCase(items, 4_000_000));
  await library.close();
});
afterAll(() => inBrowser.stop());

async function openPacking(): Promise<Page> {
  const library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["timeline"], 60);
  await press(library, "[data-action=open-pack]");
  await waitForScreen(library, ["pack"], 60);
  return library;
}

/** Runs in the library. */
function isBarBelowWords(packing: Element): boolean {
  const [words, bar] = ["[role=status]", "progress"].map((part) =>
    packing.querySelector(part)?.getBoundingClientRect(),
  );
  return words !== undefined && bar !== undefined && bar.top >= words.bottom && bar.width > 200;
}

test("stopped while it reads or checks, it leaves no thread, no file and no line in the log", async () => {
  const library = await openPacking();
  await watchDownloads(inBrowser.keepleaf.browser, inBrowser.folder);
  const before = await library.evaluate(actionsInLog);
  for (const step of ["reading", "checking"]) {
    await press(library, "[data-action=pack]");
    await library.waitForSelector(`[data-packing=${step}] progress`);
    // The bar shows first; what packs is loaded behind it.
    await vi.waitFor(() => expect(library.workers().length).toBeGreaterThan(0), 10_000);
    expect(await library.$eval("[data-packing]", isBarBelowWords)).toBe(true);
    await press(library, "[data-action=stop-packing]");
    await library.waitForSelector("[data-packing]", { hidden: true });
    await vi.waitFor(() => expect(library.workers()).toEqual([]));
  }
  expect(await library.evaluate(actionsInLog)).toEqual(before);
  expect(await library.$("[role=alert]")).toBeNull();
  expect(readdirSync(inBrowser.folder).filter((name) => name.startsWith("keepleaf-"))).toEqual([]);
  await library.close();
});

test("all of it is packed, with the seal the page shows", async () => {
  const { verification, seal } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  expect(verification.items).toHaveLength(items);
  expect(verification.seal).toBe(seal);
});

test("a file that is not what was kept stops it, and the item is named", async () => {
  const library = await openPacking();
  await library.evaluate(spoilFile, "22222222-2222-4222-8222-000000000007");
  await press(library, "[data-action=pack]");
  const told = await library.waitForSelector("[role=alert] [data-item]", { timeout: 30_000 });
  expect(await told?.evaluate((element) => element.getAttribute("data-item"))).toBe("7");
  expect((await library.evaluate(actionsInLog)).filter((action) => action === "bundle.packed")).toHaveLength(
    1,
  );
});

/** Runs in the library: one byte of one file is another. */
async function spoilFile(itemId: string): Promise<void> {
  const opening = indexedDB.open("keepleaf");
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const reading = database.transaction("files").objectStore("files").get([itemId, "page.mhtml"]);
  const found = await new Promise<{ blob: Blob }>((resolve) => {
    reading.onsuccess = () => resolve(reading.result);
  });
  const blob = new Blob([found.blob.slice(0, 1_000), "~", found.blob.slice(1_001)]);
  const writing = database.transaction("files", "readwrite");
  writing.objectStore("files").put({ ...found, blob });
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
}
