/** Sixty pasted lines of every sort in an adult's own record: merged, opened only by a press, each with how it stands. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { answer, go, typeInto } from "./library-steps.ts";

let inBrowser: InBrowser;
let library: Page;
/** On the fixture server, so that one can be opened. */
let places: string[];

const turned = "https://social.example/p/\u202egpj.1";
const notUrls = ["昨天看到的那一則", "javascript:alert(1)", "data:text/html,x", "<b>還有一個</b>"];

beforeAll(async () => {
  inBrowser = await startInBrowser();
  library = await openLibrary(inBrowser.keepleaf);
  await answer(library, "adult", "self");
  await go(library, "[data-action=open-links]", "links");
  places = Array.from({ length: 45 }, (_, index) =>
    inBrowser.pages.addressOf(`/quiet-post.html?id=${index}`),
  );
});
afterAll(() => inBrowser.stop());

/** 60 lines: 45 places, 10 of them again in other clothes, one that turns, and four that are no address. */
function sixtyLines(): string[] {
  const again = places.slice(0, 10).map((url, index) => {
    if (index % 3 === 0) return `${url}&utm_source=share&fbclid=abc`;
    return index % 3 === 1 ? `在這裡看到的「${url}」。` : `\u2068${url}\u2069`;
  });
  return [...places, ...again, turned, ...notUrls];
}

async function paste(text: string): Promise<void> {
  await library.focus("textarea[name=urls]");
  await library.evaluate((words) => document.execCommand("insertText", false, words), text);
}

const rowCount = (selector: string) => library.$$eval(selector, (rows) => rows.length);
const boxText = () => library.$eval("textarea[name=urls]", (box) => (box as HTMLTextAreaElement).value);

test("are read, merged and added; what is none stays; nothing is visited", async () => {
  expect(sixtyLines()).toHaveLength(60);
  await paste(sixtyLines().join("\n"));
  const said = await library.$eval("[role=status]", (status) => status.textContent);
  expect(said).toContain("60");
  expect(said).toContain("46");
  await press(library, "[data-action=add-pasted]");
  await library.waitForFunction(() => document.querySelectorAll("tr[data-status]").length === 46);
  expect(await boxText()).toBe(notUrls.join("\n"));
  expect(await library.$$("table.urls b, table.urls script")).toEqual([]);
  expect(await library.$eval("table.urls", (table) => table.textContent)).toContain("〔U+202E〕");
  expect(await rowCount("tr[data-status] details")).toBe(4);
  await library.reload();
  await go(library, "[data-action=open-links]", "links");
  expect(await rowCount("tr[data-status=to-report][data-kept=false]")).toBe(46);
  expect(inBrowser.pages.requests.filter((path) => path.includes("id="))).toEqual([]);
  expect(inBrowser.requests.asked.filter(({ address }) => address.includes("social.example"))).toEqual([]);
  expect(await barriersInEachLight(library)).toEqual([]);
});

test("one that the person opens tells its page nothing of where they came from, and is kept when they keep it", async () => {
  const opened = inBrowser.keepleaf.browser.waitForTarget((target) => target.url() === places[3]);
  await press(library, `table.urls a[href="${places[3]}"]`);
  const page = await (await opened).page();
  if (!page) throw new Error("no page was opened");
  expect(await page.evaluate(() => [document.referrer, window.opener])).toEqual(["", null]);
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  await page.close();
  await library.bringToFront();
  await library.waitForSelector("tr[data-kept=true]");
  expect(await rowCount("tr[data-kept=true]")).toBe(1);
  const visited = inBrowser.pages.requests.filter((path) => path.includes("id="));
  expect(new Set(visited)).toEqual(new Set(["/quiet-post.html?id=3"]));
});

/** Chooses rows by their number, from 1. */
async function choose(...rows: number[]): Promise<void> {
  for (const row of rows) await press(library, `table.urls tbody tr:nth-child(${row}) input`);
}

async function markAs(status: string, receipt: string): Promise<void> {
  await go(library, "[data-action=mark-urls]", "write");
  if (receipt !== "") await typeInto(library, "input[name=receipt]", receipt);
  await press(library, `input[name=status][value=${status}]`);
  await go(library, "[data-action=write]", "links");
}

test("each has its status and its number: reported, removed, back again, set aside", async () => {
  await choose(1, 2, 3);
  await go(library, "[data-action=submit-urls]", "write");
  await typeInto(library, "input[name=receipt]", "TEST-0007");
  await go(library, "[data-action=write]", "links");
  expect(await rowCount("tr[data-status=submitted]")).toBe(3);
  await choose(1, 2);
  await markAs("removed", "");
  await choose(1);
  await markAs("reappeared", "TEST-0008");
  await choose(46);
  await markAs("set-aside", "");
  const standing = await library.$$eval("tr[data-status]", (rows) =>
    [0, 1, 2, 3, 45].map((at) => (rows[at] as HTMLElement).dataset["status"]),
  );
  expect(standing).toEqual(["reappeared", "removed", "submitted", "to-report", "set-aside"]);
  const numbers = await library.$$eval("tr[data-status]", (rows) =>
    [0, 1, 2].map((at) => /TEST-\d{4}/.exec(rows[at]?.textContent ?? "")?.[0]),
  );
  expect(numbers).toEqual(["TEST-0008", "TEST-0007", "TEST-0007"]);
  expect(await barriersInEachLight(library)).toEqual([]);
});

test("one status is looked at alone, with its count", async () => {
  await press(library, ".filters [data-status=removed]");
  expect(await rowCount("tr[data-status]")).toBe(1);
  expect(await library.$$eval(".filters .btn", (all) => all.map((one) => one.textContent?.trim()))).toEqual([
    "全部 46",
    "還沒申訴 42",
    "申訴了 1",
    "下架了 1",
    "又出現 1",
    "先不列 1",
  ]);
});

test("pasted once more, nothing is new", async () => {
  await press(library, ".filters .btn");
  await paste(sixtyLines().join("\n"));
  await library.waitForSelector("[role=status]");
  expect(await library.$$("[data-action=add-pasted]")).toEqual([]);
});

test("on a narrow screen each tick stands beside its address, values have their heads, and all can be chosen", async () => {
  await library.setViewport({ width: 400, height: 900 });
  const [tick, address] = await library.$$eval("table.urls tbody tr:first-child td", (cells) =>
    cells.slice(0, 2).map((cell) => {
      const { left, right, top, bottom } = cell.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );
  if (!tick || !address) throw new Error("no row");
  expect(tick.right).toBeLessThanOrEqual(address.left);
  expect(address.top).toBeLessThan(tick.bottom);
  const heads = await library.$$eval("table.urls tbody tr:first-child td[data-head]", (cells) =>
    cells.map((cell) => getComputedStyle(cell, "::before").content),
  );
  expect(heads).toEqual(['"帳號"', '"留了嗎"', '"申訴"', '"案號、時間"']);
  await press(library, "[data-action=select-all]");
  expect(await rowCount("table.urls tbody input:checked")).toBe(46);
});
