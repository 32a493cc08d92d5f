/** What was kept in the real library: the types of one page, from its screen to everywhere they count. */
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

test("they stand on the timeline and in the school's menu", async () => {
  await go("[data-action=back]", "timeline");
  expect(await textOf("article.leafcard")).toContain("人肉搜索");
  await go("[data-action=open-intake]", "intake");
  await press(library, "input[name=age-now][value=under-18]");
  await press(library, "input[name=operator][value=teacher]");
  await go("[data-action=save-intake]", "guidance");
  expect(await textOf("[data-matter=harassment]")).toContain("人肉搜索");
});
