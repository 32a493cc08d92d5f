/** After a masked capture, and after one that was cut off, the page is as it was: sheets, fonts and scroll places. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginKeeping, keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { markerAt } from "../pages/masking/marker.ts";
import { markerFiles } from "../pages/masking/corpus.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";

let inBrowser: InBrowser;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const [path, bytes] of markerFiles()) inBrowser.pages.put(path, bytes);
  const restless = `<!doctype html><title>不停的頁</title><p id="p">字</p><img src="${markerAt(0).png}"><div style="height:9000px"></div><script>setInterval(() => p.append("."), 40)</script>`;
  inBrowser.pages.put("/restless", restless);
  const lines = Array.from({ length: 200 }, (_, at) => `<p>第 ${at} 行，有自己的字型。AAAA</p>`).join("");
  const fonts = `<!doctype html><meta charset="utf-8"><title>字型</title><style>@font-face{font-family:own;src:url(/marker/v1.ttf)}body{font:16px own,sans-serif}</style><div id="inner" style="height:200px;overflow:auto">${lines}</div>${lines}`;
  inBrowser.pages.put("/fonts", fonts);
});
afterAll(() => inBrowser.stop());

/** What the sheets would change, and what the page had. */
function looks(page: Page) {
  return page.evaluate(() => {
    const inner = document.getElementById("inner");
    const { transitionProperty, fontFamily } = getComputedStyle(document.body);
    return { transitionProperty, fontFamily, top: scrollY, innerTop: inner?.scrollTop ?? 0 };
  });
}

test("a page with fonts of its own has them again, and is scrolled as it was", async () => {
  const page = await inBrowser.open("/fonts");
  await page.evaluate(() => {
    scrollTo(0, 777);
    document.getElementById("inner")?.scrollTo(0, 333);
  });
  const before = await looks(page);
  expect(before).toMatchObject({ transitionProperty: "all", top: 777, innerTop: 333 });
  expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
  await page.bringToFront();
  await page.waitForFunction((top) => scrollY === top, { timeout: 5_000 }, before.top);
  expect(await looks(page)).toEqual(before);
  await page.close();
});

test("a page whose capture was cut off is masked until the next look for such captures, and then as it was", async () => {
  const page = await inBrowser.open("/restless");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "unknown");
  // Only a driver that has begun can be cut off.
  await popup.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) >= 1, {
    polling: "mutation",
  });
  await popup.evaluate(endDriver);
  const library = await openLibrary(inBrowser.keepleaf);
  expect(await looks(page)).toMatchObject({ transitionProperty: "none" });
  await library.evaluate(silentForAnHour);
  await library.evaluate(() =>
    Reflect.get(globalThis, "chrome").runtime.sendMessage({
      keepleaf: 1,
      kind: "capture.recover",
      request: null,
    }),
  );
  expect(await looks(page)).toMatchObject({ transitionProperty: "all" });
  await library.close();
  await page.close();
});

/** Runs in the popup, which may reach the page: the driver goes as if its world had ended, without a word. */
async function endDriver(): Promise<void> {
  const { tabs, scripting } = Reflect.get(globalThis, "chrome");
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  const leave = () => {
    // What is under way there would still say that it ends, and the worker would put the page back at once.
    Reflect.get(globalThis, "chrome").runtime.sendMessage = () => new Promise(() => undefined);
    Reflect.get(globalThis, "keepleafLeave")();
  };
  await scripting.executeScript({ target: { tabId: tab.id }, func: leave });
}

/** Runs in the library: no capture has given a sign of life for an hour. */
async function silentForAnHour(): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open("keepleaf");
    opening.onsuccess = () => resolve(opening.result);
  });
  const captures = database.transaction("captures", "readwrite").objectStore("captures");
  await new Promise<void>((resolve) => {
    const reading = captures.getAll();
    reading.onsuccess = () => {
      for (const journal of reading.result)
        captures.put({ ...journal, updatedAtUtc: "2020-01-01T00:00:00.000Z" });
      captures.transaction.oncomplete = () => resolve();
    };
  });
  database.close();
}
