/** Somebody's page, looked at again in the library, asks for nothing and goes nowhere, whatever is in it. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { hostileMarkup } from "./hostile-markup.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";

let inBrowser: InBrowser;
const fourteenDays = 1_209_600;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const origin = inBrowser.pages.addressOf("");
  const page = `<!doctype html><title>呼叫外面的頁</title>${hostileMarkup(origin, fourteenDays)}`;
  // On the page itself these would run as well: it is kept without its script and its form.
  inBrowser.pages.put("/calls-home", page.replace(/onfocus="[^"]*"|onerror="[^"]*"/g, ""));
  inBrowser.pages.put("/raw", `<!doctype html>${hostileMarkup(origin, 0)}`);
  for (const elsewhere of ["refresh", "error", "form"]) {
    inBrowser.pages.put(`/beacon-${elsewhere}`, "<!doctype html><p>別的地方");
  }
  const kept = await keepPage(inBrowser.keepleaf, await inBrowser.open("/calls-home"), "adult");
  expect(kept).toMatchObject({ kind: "kept" });
});
afterAll(() => inBrowser.stop());

/** The words in the frame, once it has been drawn. */
async function openCopy(library: Page): Promise<string> {
  await waitForScreen(library, ["timeline"], 20);
  await press(library, "main [data-item-id]");
  await waitForScreen(library, ["item"], 20);
  await library.$$eval("details.panel", (all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await press(library, "[data-action=open-copy]");
  const frame = await (await library.waitForSelector("iframe.page-copy"))?.contentFrame();
  await frame?.waitForSelector("div");
  return (await frame?.$eval("body", (body) => body.textContent)) ?? "";
}

const beacons = () => inBrowser.pages.requests.filter((path) => path.startsWith("/beacon-"));

test("the copy we made shows its words, asks for nothing and goes nowhere", async () => {
  const library = await openLibrary(inBrowser.keepleaf);
  const before = beacons().length;
  expect(await openCopy(library)).toContain("還讀得到");
  expect(library.url()).toBe(inBrowser.keepleaf.addressOf("extension/library/library.html"));
  expect(beacons().length).toBe(before);
  expect(await library.$eval("iframe.page-copy", (frame) => frame.getAttribute("sandbox"))).toBe("");
  await library.close();
});

test("even a copy that nobody made inert asks for nothing and goes nowhere", async () => {
  const library = await openLibrary(inBrowser.keepleaf);
  const raw = hostileMarkup(inBrowser.pages.addressOf(""), 0);
  expect(await library.evaluate(replaceCopies, raw)).toBe(1);
  await library.reload();
  const before = beacons().length;
  expect(await openCopy(library)).toContain("還讀得到");
  expect(library.url()).toBe(inBrowser.keepleaf.addressOf("extension/library/library.html"));
  expect(beacons().length).toBe(before);
  await library.close();
});

test("the same markup outside that frame calls home, and the instrument sees it", async () => {
  const before = beacons().length;
  const page = await inBrowser.keepleaf.browser.newPage();
  await page.goto(inBrowser.pages.addressOf("/raw")).catch(() => undefined);
  await page.waitForFunction(() => location.pathname.startsWith("/beacon-"), { polling: 50 });
  expect(new Set(beacons().slice(before)).size).toBeGreaterThanOrEqual(8);
  await page.close();
});

/** Runs in the library: puts this markup in the place of every stored copy; how many there were. */
async function replaceCopies(markup: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const writing = database.transaction("files", "readwrite");
  const store = writing.objectStore("files");
  let count = 0;
  store.openCursor().onsuccess = (event) => {
    const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
    if (!cursor) return;
    if (String(cursor.value.name).startsWith("page-copy")) {
      count += 1;
      cursor.update({ ...cursor.value, blob: new Blob([markup]) });
    }
    cursor.continue();
  };
  await new Promise((resolve) => {
    writing.oncomplete = resolve;
  });
  database.close();
  return count;
}
