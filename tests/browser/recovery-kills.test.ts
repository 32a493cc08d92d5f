/** Whatever ends in the middle of a capture: it goes on, waits, or ends as partial with its reason, and no frame is lost. */
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { beginKeeping, outcomeOf } from "../../commands/browser/keep-page.ts";
import { pressToolbar } from "../../commands/browser/press-toolbar.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { killOffscreen, killPopup, killWorker } from "./kill.ts";
import { numberedRowsPage } from "./numbered-rows.ts";
import { areContiguous, capturesIn, itemsIn, openObserver, type StoredItemFacts } from "./stored-state.ts";

let inBrowser: InBrowser;
let observer: Page;
let page: Page;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/rows", numberedRowsPage());
  inBrowser.pages.put("/other", "<!doctype html><title>別的頁</title><p>別的頁");
  observer = await openObserver(inBrowser);
});
afterAll(() => inBrowser.stop());
afterEach(() => page.close().catch(() => undefined));

async function begin(): Promise<Page> {
  page = await inBrowser.open("/rows");
  return beginKeeping(inBrowser.keepleaf, page, "adult");
}

const scrolledPast = (y: number) => page.waitForFunction((least) => scrollY > least, { polling: 10 }, y);

/** The newest item, after checking what holds of every ending: read back, nothing damaged, no frame lost. */
async function ended(framesBefore: number): Promise<StoredItemFacts> {
  const item = (await itemsIn(observer)).at(-1) ?? expect.fail("nothing was kept");
  expect(item).toMatchObject({ isReadBack: true, damaged: [] });
  expect(areContiguous(item.sequences)).toBe(true);
  expect(item.sequences.length).toBeGreaterThanOrEqual(framesBefore);
  return item;
}

const framesSoFar = async () => (await capturesIn(observer)).at(-1)?.frames ?? 0;

test("the popup closed in the middle: the worker goes on to the end", async () => {
  const popup = await begin();
  await scrolledPast(1_500);
  await killPopup(inBrowser);
  const before = await framesSoFar();
  expect(before).toBeGreaterThan(0);
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  expect((await ended(before)).verdict).toMatch(/^complete/);
});

test.each([3, 10])(
  "the worker killed at frame %d: the next message wakes another, and it goes on",
  async (frame) => {
    const popup = await begin();
    // A popup closed before its press was heard has begun nothing.
    await observer.evaluate(journalSays, "capturing");
    await killPopup(inBrowser);
    await scrolledPast((frame - 1) * 650);
    const before = await framesSoFar();
    expect(await killWorker(inBrowser)).toBe(true);
    expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
    expect((await ended(before)).verdict).toMatch(/^complete/);
  },
);

test("the worker killed while everything is put together: it is done again", async () => {
  const popup = await begin();
  await scrolledPast(1_500);
  // A popup that sees the end forgets the journal, and with it the moment waited for.
  await killPopup(inBrowser);
  await observer.evaluate(journalSays, "keeping");
  await killWorker(inBrowser);
  await killOffscreen(inBrowser);
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  expect((await ended(10)).verdict).toMatch(/^complete/);
});

test("the page reloaded in the middle: what was taken is kept, and why it ended", async () => {
  const popup = await begin();
  await scrolledPast(1_500);
  const before = await framesSoFar();
  await page.reload();
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  const item = await ended(before);
  expect([item.verdict, item.notes]).toEqual(["partial", expect.arrayContaining(["page-navigated"])]);
});

test("the page gone to another site in the middle: the same", async () => {
  const popup = await begin();
  await scrolledPast(1_500);
  const before = await framesSoFar();
  await page.goto(inBrowser.pages.addressOf("/other").replace("localhost", "127.0.0.1"));
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  const item = await ended(before);
  expect([item.verdict, item.notes]).toEqual(["partial", expect.arrayContaining(["page-navigated"])]);
});

test("the tab closed in the middle: what was taken is kept, and why it ended", async () => {
  await begin();
  await scrolledPast(1_500);
  const before = await framesSoFar();
  const known = (await itemsIn(observer)).length;
  await page.close();
  await observer.evaluate(itemsReach, known + 1);
  const item = await ended(before);
  expect([item.verdict, item.notes]).toEqual(["partial", expect.arrayContaining(["tab-closed"])]);
});

test("the window closed in the middle: the same", async () => {
  const windowId = await observer.evaluate(openWindow, inBrowser.pages.addressOf("/rows?window"));
  const target = await inBrowser.keepleaf.browser.waitForTarget((one) => one.url().endsWith("/rows?window"));
  page = (await target.page()) ?? expect.fail("the window has no page");
  await beginKeeping(inBrowser.keepleaf, page, "adult");
  await scrolledPast(1_500);
  const before = await framesSoFar();
  const known = (await itemsIn(observer)).length;
  await observer.evaluate(closeWindow, windowId);
  await observer.evaluate(itemsReach, known + 1);
  const item = await ended(before);
  expect([item.verdict, item.notes]).toEqual(["partial", expect.arrayContaining(["tab-closed"])]);
});

test("opened on another page meanwhile, the popup says what is going on and leads back", async () => {
  const first = await begin();
  await scrolledPast(1_500);
  const other = await inBrowser.open("/other");
  const popup = await pressToolbar(inBrowser.keepleaf, other);
  await popup.waitForSelector("[data-action=go-there]");
  await popup.click("[data-action=go-there]");
  await page.waitForFunction(() => document.visibilityState === "visible", { polling: 20 });
  expect(await outcomeOf(inBrowser.keepleaf, page, first)).toMatchObject({ kind: "kept" });
  expect((await ended(3)).verdict).toMatch(/^complete/);
  await other.close();
});

test("closed and opened again, the popup shows the same progress", async () => {
  const first = await begin();
  await scrolledPast(1_500);
  // Another tab in front: the capture waits, and progress stands still.
  const other = await inBrowser.open("/other");
  const popup = await pressToolbar(inBrowser.keepleaf, other);
  const shown = () => popup.$eval("progress", ({ value, max }) => [value, max]);
  await popup.waitForSelector("progress");
  const before = await shown();
  await popup.reload();
  await waitForScreen(popup, ["capturing"], 20);
  await popup.waitForSelector("progress");
  expect(await shown()).toEqual(before);
  await page.bringToFront();
  expect(await outcomeOf(inBrowser.keepleaf, page, first)).toMatchObject({ kind: "kept" });
  await other.close();
});

/** Runs in the observer: the number of the new window. */
async function openWindow(url: string): Promise<number> {
  const { windows } = Reflect.get(globalThis, "chrome");
  const { id } = await windows.create({ url, width: 1_280, height: 900 });
  return id;
}

/** Runs in the observer. */
async function closeWindow(id: number): Promise<void> {
  await Reflect.get(globalThis, "chrome").windows.remove(id);
}

/** Runs in the observer: resolves once some journal is in this state. */
async function journalSays(state: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  for (let isSo = false; !isSo; ) {
    const rows = await new Promise<{ state: string }[]>((resolve) => {
      const reading = database.transaction("captures").objectStore("captures").getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    isSo = rows.some((row) => row.state === state || row.state === "kept");
  }
  database.close();
}

/** Runs in the observer: resolves once so many items are kept and read back. */
async function itemsReach(count: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  for (let isSo = false; !isSo; ) {
    const rows = await new Promise<{ readBackAt: unknown }[]>((resolve) => {
      const reading = database.transaction("items").objectStore("items").getAll();
      reading.onsuccess = () => resolve(reading.result);
    });
    isSo = rows.filter(({ readBackAt }) => readBackAt !== null).length >= count;
  }
  database.close();
}
