/** Sixty kept pages of a few accounts: folded with their count, opened by keyboard, chosen together. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { go } from "./library-steps.ts";

let inBrowser: InBrowser;
let library: Page;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const number of [1, 2, 3, 4]) {
    const page = await inBrowser.open(`/quiet-post.html?${number}`);
    expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
    await page.close();
  }
  library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["timeline"], 20);
});
afterAll(() => inBrowser.stop());

/** Copies of the first item, so many in all, under new numbers; every second one by another account. */
async function multiply(upTo: number): Promise<void> {
  await library.evaluate(copyItems, upTo);
  await library.reload();
  await waitForScreen(library, ["timeline"], 20);
}

/** Runs in the library, past the log: only the list is looked at here. */
async function copyItems(upTo: number): Promise<void> {
  const wait = <T>(asked: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  const database = await wait(indexedDB.open("keepleaf"));
  const items = database.transaction("items", "readwrite").objectStore("items");
  const [first] = await wait(items.getAll());
  for (let number = 5; number <= upTo; number += 1) {
    const copy = structuredClone(first);
    Object.assign(copy.item, { id: crypto.randomUUID(), number });
    const other = { state: "found", value: `測試帳號 ${number % 2}`, candidates: [] };
    if (number % 2 === 1)
      Object.assign(copy.item.fields, { posterName: other, posterId: { ...other, value: "70001" } });
    await wait(items.put(copy));
  }
  database.close();
}

const folds = () =>
  library.$$eval("details.fold", (all) =>
    all.map((fold) => ({ ...(fold as HTMLElement).dataset, isOpen: (fold as HTMLDetailsElement).open })),
  );

test("a short timeline shows its fold open, with the count and why they stand together", async () => {
  expect(await folds()).toEqual([{ account: "profile", count: "4", isOpen: true }]);
  const fold = await library.$eval("details.fold", (one) => one.textContent);
  expect(fold).toContain("測試帳號甲");
  expect(fold).toContain("同一個個人頁，4 筆");
  expect(await library.$$("details.fold [data-item-id]")).toHaveLength(4);
  expect(await barriersInEachLight(library)).toEqual([]);
});

test("of sixty the folds are closed, every item is counted, and the keyboard opens one and an item in it", async () => {
  await multiply(60);
  expect(await folds()).toEqual([
    { account: "profile", count: "32", isOpen: false },
    { account: "id", count: "28", isOpen: false },
  ]);
  expect(await library.$$("article.leafcard")).toEqual([]);
  expect(await library.$$("details.fold .pic")).toEqual([]);
  expect(await barriersInEachLight(library)).toEqual([]);
  await library.focus("details.fold[data-account=id] summary");
  await library.keyboard.press("Enter");
  await library.waitForSelector("details.fold[data-account=id] .pic");
  const numbers = await library.$$eval("details.fold[data-account=id] [data-item-id]", (all) => all.length);
  expect(numbers).toBe(28);
  expect(await barriersInEachLight(library)).toEqual([]);
  await library.keyboard.press("Tab");
  await library.keyboard.press("Enter");
  expect(await waitForScreen(library, ["item"], 20)).toMatchObject({ kind: "seen" });
  await go(library, "[data-action=back]", "timeline");
  expect(await folds()).toMatchObject([{ isOpen: false }, { isOpen: true }]);
});

test("in the list to pack, a fold is chosen or left out as one, and says how many of it are in", async () => {
  await go(library, "[data-action=open-pack]", "pack");
  await press(library, "details[data-action=choose-items] > summary");
  expect(await folds()).toMatchObject([{ chosen: "32" }, { chosen: "28" }]);
  await press(library, "details.fold[data-account=id] summary");
  await press(library, "details.fold[data-account=id] input[name=account]");
  expect(await folds()).toMatchObject([{ chosen: "32" }, { chosen: "0" }]);
  await press(library, "details.fold[data-account=id] input[name=item]");
  expect(await folds()).toMatchObject([{ chosen: "32" }, { chosen: "1" }]);
  expect(
    await library.$eval("details[data-action=choose-items] > summary", (one) => one.textContent),
  ).toContain("33");
  expect(await barriersInEachLight(library)).toEqual([]);
});

test("everything stays whole at 400 px and with text twice as large", async () => {
  await go(library, "[data-action=open-timeline]", "timeline");
  await library.$$eval("details.fold", (all) => {
    for (const fold of all) (fold as HTMLDetailsElement).open = true;
  });
  for (const [width, size] of [
    [400, ""],
    [1_366, "225%"],
  ] as const) {
    await library.setViewport({ width, height: 900 });
    const overflow = await library.evaluate((fontSize) => {
      const root = document.documentElement;
      root.style.fontSize = fontSize;
      return root.scrollWidth - root.clientWidth;
    }, size);
    expect([width, overflow]).toEqual([width, 0]);
  }
});
