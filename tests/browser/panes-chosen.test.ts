/** Fixture 16: three scrolling areas. One is kept by itself, the others are named, and the popup lets one choose them. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openAtButton, outcomeOf } from "../../commands/browser/keep-page.ts";
import { chooseLanguage } from "../../commands/browser/choose-language.ts";
import { press } from "../../commands/browser/press.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { codesOf } from "./kept-pages.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { rowsFrom, threePanes } from "./pane-pages.ts";
import { decodeStrip, rebuildSurface } from "./pane-rows.ts";

let inBrowser: InBrowser;
/** The popup's first look at the page, and the page itself. */
let stage: { page: Page; popup: Page };
let usual: OpenedItem;
let all: OpenedItem;
let none: OpenedItem;
let gone: OpenedItem;
/** What the page told of itself after its captures. */
let seenByPage: { presses: unknown; wasScrolled: boolean };

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/three", threePanes);
  const ids = [await keepUsual(), await keepAll(), await keepNone(), await keepGone()];
  const { items, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  const found = ids.map((id) => items.find(({ item }) => item.id === id) ?? expect.fail(`no item ${id}`));
  [usual, all, none, gone] = found as [OpenedItem, OpenedItem, OpenedItem, OpenedItem];
  const page = await inBrowser.open("/three");
  stage = { page, popup: await openChooser(page) };
});
afterAll(() => inBrowser.stop());

/** The popup on the page, with the areas unfolded. */
async function openChooser(page: Page): Promise<Page> {
  const popup = await openAtButton(inBrowser.keepleaf, page, "adult");
  await press(popup, "details.panes summary");
  return popup;
}

async function keepFrom(popup: Page, page: Page): Promise<string> {
  await press(popup, "[data-action=keep]");
  const outcome = await outcomeOf(inBrowser.keepleaf, page, popup);
  await page.bringToFront();
  return outcome.kind === "kept" ? outcome.itemId : expect.fail(`not kept: ${JSON.stringify(outcome)}`);
}

/** One press on the button, before the popup could have asked the page. */
async function keepUsual(): Promise<string> {
  const page = await inBrowser.open("/three");
  const popup = await openAtButton(inBrowser.keepleaf, page, "adult");
  const id = await keepFrom(popup, page);
  await page.close();
  return id;
}

/** The first one chosen by a press on the drawing, the last one by keys. */
async function keepAll(): Promise<string> {
  const page = await inBrowser.open("/three");
  const popup = await openChooser(page);
  await press(popup, ".pane-map label[for=pane-1]");
  await popup.focus("#pane-2");
  await popup.keyboard.press("Tab");
  await popup.keyboard.press("Space");
  const ticked = await popup.$$eval("input[name=pane]:checked", (boxes) => boxes.map(({ id }) => id));
  expect(ticked).toEqual(["pane-1", "pane-2", "pane-3"]);
  const id = await keepFrom(popup, page);
  const presses = await page.evaluate("window.seen");
  await page.mouse.click(400, 300);
  expect(await page.evaluate("window.seen")).toEqual(expect.arrayContaining(["pointerdown", "click"]));
  seenByPage = { presses, wasScrolled: false };
  await page.close();
  return id;
}

/** The conversation taken out. */
async function keepNone(): Promise<string> {
  const page = await inBrowser.open("/three");
  await page.evaluate(async () => {
    const chat = document.getElementById("chat");
    // The page scrolls it to its end on loading, and tells of that with a frame.
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    chat?.addEventListener("scroll", () => chat.setAttribute("data-scrolled", ""));
  });
  const popup = await openChooser(page);
  await press(popup, "#pane-2");
  expect(await popup.$(".note")).toBeNull();
  const id = await keepFrom(popup, page);
  seenByPage.wasScrolled = (await page.$("[data-scrolled]")) !== null;
  await page.close();
  return id;
}

/** One that the page takes away between the choice and the press. */
async function keepGone(): Promise<string> {
  const page = await inBrowser.open("/three");
  const popup = await openChooser(page);
  await press(popup, "#pane-2");
  await press(popup, "#pane-3");
  await page.evaluate(() => document.querySelector(".side:last-of-type")?.remove());
  const id = await keepFrom(popup, page);
  await page.close();
  return id;
}

function textsOf(kept: OpenedItem, surface: number): string[] {
  const { rows, gaps } = JSON.parse(kept.read(`transcript-${surface}.json`)) as {
    rows: { text: string }[];
    gaps: unknown[];
  };
  expect(gaps).toEqual([]);
  return rows.map(({ text }) => text);
}

function expectWhole(kept: OpenedItem, surface: number, [from, count]: readonly [number, number]): void {
  expect(decodeStrip(rebuildSurface(kept, surface))).toEqual(rowsFrom(from, count));
  expect(textsOf(kept, surface)).toEqual(rowsFrom(from, count).map(({ number }) => `訊息 ${number}`));
}

describe("one press on the button", () => {
  test("keeps the conversation whole", () => expectWhole(usual, 1, [200, 18]));

  test("names the two others, with what they hide", () => {
    expect(usual.item.verdict.kind).toBe("complete-with-notes");
    const others = usual.item.verdict.notes.filter(({ code }) => code === "inner-scroller");
    expect(others.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/^對話清單 ↓ \d{3,4} px$/),
      expect.stringMatching(/^詳細資料 ↓ \d{3,4} px$/),
    ]);
  });
});

describe("areas chosen by mouse and by keyboard", () => {
  test.each([
    [1, [100, 14]],
    [2, [200, 18]],
    [3, [300, 12]],
  ] as const)("number %s is kept from end to end", (surface, rows) => expectWhole(all, surface, rows));

  test("leave nothing to be named", () => {
    expect(all.item.verdict).toEqual({ kind: "complete", notes: [] });
  });

  test("were chosen without a press, a key or a change that the page could see", () => {
    expect(seenByPage.presses).toEqual([]);
  });
});

test("a conversation that was taken out is not scrolled, and the capture says that it is partial", () => {
  expect(seenByPage.wasScrolled).toBe(false);
  expect(none.item.verdict.kind).toBe("partial");
  expect(none.item.files.filter(({ kind }) => kind === "transcript")).toEqual([]);
});

test("an area that went away before the capture began is named", () => {
  expect(gone.item.verdict.kind).toBe("partial");
  expect(codesOf(gone)).toContain("pane-gone");
});

describe("the areas in the popup", () => {
  test("are named by the page's own words, with what they hide in windows", async () => {
    expect(await stage.popup.$$eval(".panes .choice", (all) => all.map((one) => one.textContent))).toEqual([
      "1. 對話清單 下面約 1 個畫面沒露出來。",
      "2. 和測試帳號甲的對話 上面約 2 個畫面沒露出來。 看起來是對話，捲的時候可能會載入更多。 平常就會留下。",
      "3. 詳細資料 下面約 1 個畫面沒露出來。",
    ]);
    const names = await stage.popup.$$eval("input[name=pane]", (all) =>
      all.map((one) => document.getElementById(one.getAttribute("aria-labelledby") ?? "")?.textContent),
    );
    expect(names).toEqual(["1. 對話清單", "2. 和測試帳號甲的對話", "3. 詳細資料"]);
  });

  test("lie on the drawing where they lie in the window", async () => {
    const places = await stage.popup.$$eval(".pane-map .area", (all) =>
      all.map((one) => [one.textContent, one.getBoundingClientRect().left] as const),
    );
    const fromLeft = places.toSorted(([, one], [, other]) => one - other).map(([name]) => name);
    expect(fromLeft).toEqual(["1", "2", "3"]);
    expect(await stage.popup.$$(".panes img, .panes canvas")).toEqual([]);
  });

  test("have no barrier and room for double text, in both languages", async () => {
    for (const language of ["en", "zh-TW"] as const) {
      await chooseLanguage(inBrowser.keepleaf, language);
      const spoken = await openChooser(stage.page);
      expect(await barriersInEachLight(spoken)).toEqual([]);
      const overflow = await spoken.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      expect(overflow).toBe(0);
    }
  });
});

test("what scrolling a conversation does is said before it, until it is put away for good", async () => {
  const popup = await openChooser(stage.page);
  expect(await popup.$eval("[role=status] .note", (note) => note.textContent)).toContain("已讀");
  await press(popup, "[data-action=chat-known]");
  await popup.waitForFunction(() => document.activeElement?.textContent === "好，以後不再提醒。");
  expect(await popup.$("[data-action=keep]")).not.toBeNull();
  const again = await openChooser(stage.page);
  expect(await again.$(".note")).toBeNull();
});
