/** The timeline of a record: the types of one page, and one kind of entries by itself. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";

let inBrowser: InBrowser;
let library: Page;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const page = await inBrowser.open("/quiet-post.html");
  expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
  await page.close();
  library = await openLibrary(inBrowser.keepleaf);
});
afterAll(() => inBrowser.stop());

/** Presses, and waits for the screen that it leads to. */
async function go(selector: string, screen: string): Promise<void> {
  await press(library, selector);
  expect(await waitForScreen(library, [screen], 20)).toMatchObject({ kind: "seen" });
}

function textOf(selector: string): Promise<string | null> {
  return library.$eval(selector, (element) => element.textContent);
}

test("the types of a page are chosen on its screen; they and the earlier choice stay with it", async () => {
  await go("[data-item-id]", "item");
  await go("[data-action=choose-item-tags]", "write");
  await press(library, "input[name=type][value=doxing]");
  await press(library, "input[name=stalking][value=sending]");
  expect(await barriersInEachLight(library)).toEqual([]);
  await go("[data-action=write]", "item");
  expect(await textOf("[data-item-tags='2']")).toContain("人肉搜索");
  await go("[data-action=choose-item-tags]", "write");
  await press(library, "input[name=stalking][value=sending]");
  await go("[data-action=write]", "item");
  expect(await textOf("[data-item-tags='1']")).toContain("原來選的");
  const history = await library.$$eval("main details li", (lines) => lines.map((line) => line.textContent));
  expect(history.filter((line) => line?.includes("這一筆是哪些類型"))).toHaveLength(2);
  expect(await barriersInEachLight(library)).toEqual([]);
});

test("one kind of entries is looked at alone, also after looking at one of them", async () => {
  await go("[data-action=back]", "timeline");
  expect(await library.$$(".filters")).toEqual([]);
  for (const [form, day] of [
    ["add-incident", "2026-11-12"],
    ["add-action", "2026-11-13"],
    ["add-incident", "2026-11-14"],
  ] as const) {
    await go(`[data-action=${form}]`, "write");
    await library.$eval(
      "input[type=date]",
      (input, typed) => {
        (input as HTMLInputElement).value = typed;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      },
      day,
    );
    await go("[data-action=write]", "timeline");
  }
  const counts = () => library.$$eval(".filters .btn", (found) => found.map((one) => one.textContent));
  expect(await counts()).toEqual(["全部 4", "留下的頁面 1", "發生的事 2", "做過的事 1"]);
  await press(library, "[data-only=incident]");
  expect(await library.$$eval(".stem > li", (entries) => entries.length)).toBe(2);
  await go("[data-action=edit-fact]", "write");
  await go("[data-action=write-back]", "timeline");
  expect(await library.$$eval("[data-fact=incident]", (cards) => cards.length)).toBe(2);
  expect(await library.$$("article.leafcard, [data-fact=action]")).toEqual([]);
  expect(await barriersInEachLight(library)).toEqual([]);
  await press(library, "[data-only=all]");
  expect(await library.$$eval(".stem > li", (entries) => entries.length)).toBe(4);
});

test("the types of a page stand on the timeline and in the school's menu", async () => {
  expect(await textOf("article.leafcard")).toContain("人肉搜索");
  await go("[data-action=open-intake]", "intake");
  await press(library, "input[name=age-now][value=under-18]");
  await press(library, "input[name=operator][value=teacher]");
  await go("[data-action=save-intake]", "guidance");
  expect(await textOf("[data-matter=harassment]")).toContain("人肉搜索");
});
