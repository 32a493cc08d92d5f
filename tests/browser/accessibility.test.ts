/** Every screen, in both languages, light and dark: no barrier that a program can find, and room for large type. */
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginKeeping, keepPage, openAtButton, outcomeOf } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { pressToolbar } from "../../commands/browser/press-toolbar.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { barriersIn, barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { numberedRowsPage } from "./numbered-rows.ts";

/** Text twice as large in a window as narrow as the popup: nothing may need scrolling sideways. */
async function overflowAtDoubleText(page: Page): Promise<number> {
  return await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
    const overflow = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    document.documentElement.style.fontSize = "";
    return overflow;
  });
}

interface Stage {
  inBrowser: InBrowser;
  post: Page;
}

async function sound(page: Page): Promise<void> {
  expect(await barriersInEachLight(page)).toEqual([]);
}

async function soundAndRoomy(popup: Page): Promise<void> {
  await sound(popup);
  expect(await overflowAtDoubleText(popup)).toBe(0);
}

async function library({ inBrowser }: Stage, screen: string): Promise<Page> {
  const page = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(page, [screen], 20);
  return page;
}

/** In a browser of its own: in the other one something may have been kept. */
async function emptyLibrary(language: "zh-TW" | "en"): Promise<void> {
  const inBrowser = await startInBrowser({ language });
  try {
    const page = await openLibrary(inBrowser.keepleaf);
    expect(await waitForScreen(page, ["empty"], 20)).toMatchObject({ kind: "seen" });
    await sound(page);
  } finally {
    await inBrowser.stop();
  }
}

async function firstScreen({ inBrowser, post }: Stage, language: string): Promise<void> {
  const popup = await openAtButton(inBrowser.keepleaf, post, "unknown");
  expect(await waitForScreen(popup, ["idle"], 20)).toMatchObject({ kind: "seen" });
  expect(await popup.$eval("html", (root) => root.lang)).toContain(language.slice(0, 2));
  await soundAndRoomy(popup);
  await press(popup, "details.reach summary");
  await soundAndRoomy(popup);
}

async function underWay({ inBrowser }: Stage): Promise<void> {
  const rows = await inBrowser.open("/rows");
  const popup = await beginKeeping(inBrowser.keepleaf, rows, "adult");
  await waitForScreen(popup, ["capturing"], 20);
  expect(await barriersIn(popup)).toEqual([]);
  await rows.waitForFunction(() => scrollY > 500, { polling: 20 });
  const other = await inBrowser.open("/quiet-post.html?other");
  const waiting = await pressToolbar(inBrowser.keepleaf, other);
  await waiting.waitForSelector("[data-action=go-there]");
  await soundAndRoomy(waiting);
  await press(waiting, "[data-action=go-there]");
  expect(await outcomeOf(inBrowser.keepleaf, rows, popup)).toMatchObject({ kind: "kept" });
  await other.close();
  await rows.close();
}

async function afterKeeping({ inBrowser, post }: Stage, about: AboutAge): Promise<void> {
  const popup = await beginKeeping(inBrowser.keepleaf, post, about);
  expect(await outcomeOf(inBrowser.keepleaf, post, popup)).toMatchObject({ kind: "kept" });
  await soundAndRoomy(popup);
}

async function refused({ inBrowser }: Stage): Promise<void> {
  const page = await inBrowser.keepleaf.browser.newPage();
  await page.goto("chrome://version/");
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  await waitForScreen(popup, ["failed"], 20);
  await soundAndRoomy(popup);
  await page.close();
}

/** From the timeline to the check: each press leads to the screen named after it. */
const way: readonly (readonly [press: string, screen: string])[] = [
  ["main [data-item-id]", "item"],
  ["[data-action=open-pack]", "pack"],
  ["[data-action=pack]", "packed"],
  ["[data-action=open-check]", "check"],
];

async function libraryScreens(stage: Stage): Promise<void> {
  await keepPage(stage.inBrowser.keepleaf, stage.post, "adult");
  const page = await library(stage, "timeline");
  await sound(page);
  for (const [selector, screen] of way) {
    await press(page, selector);
    expect(await waitForScreen(page, [screen], 60)).toMatchObject({ kind: "seen" });
    await sound(page);
  }
  await checkedBundles(page);
  await page.close();
}

const vectors = join(import.meta.dirname, "..", "vectors");

/** A bundle that is as it was sealed, one that is not, and a file that is none: each result with everything open. */
async function checkedBundles(page: Page): Promise<void> {
  const results = [
    ["sound.zip", "[data-sound=true]"],
    ["tampered.zip", "[data-sound=false] [data-layer]"],
    ["vectors.test.ts", "[data-finding=not-a-zip]"],
  ] as const;
  for (const [name, result] of results) {
    const input = (await page.$("#bundle")) as ElementHandle<HTMLInputElement> | null;
    await input?.uploadFile(join(vectors, name));
    await page.waitForSelector(result);
    await page.$$eval("details", (all) => {
      for (const details of all) details.open = true;
    });
    await sound(page);
    expect(await overflowAtDoubleText(page)).toBe(0);
  }
}

async function uncovering(stage: Stage): Promise<void> {
  await keepPage(stage.inBrowser.keepleaf, stage.post, "adult");
  const page = await library(stage, "timeline");
  await press(page, "main [data-item-id]");
  await page.waitForSelector("[data-action=reveal][aria-pressed=false]");
  await press(page, "[data-action=reveal]");
  await page.waitForSelector("[data-action=reveal][aria-pressed=true]");
  await sound(page);
  await page.$$eval("details.panel", (all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
  await press(page, "[data-action=open-copy]");
  await page.waitForSelector("iframe.page-copy");
  await sound(page);
  await page.close();
}

/** Each brings about what it looks at: they hold in any order, and alone. */
describe.each(["zh-TW", "en"] as const)("in %s", (language) => {
  let stage: Stage;
  beforeAll(async () => {
    const inBrowser = await startInBrowser({ language });
    inBrowser.pages.put("/rows", numberedRowsPage());
    stage = { inBrowser, post: await inBrowser.open("/quiet-post.html") };
  });
  afterAll(() => stage.inBrowser.stop());

  test("the empty library", () => emptyLibrary(language));
  test("the popup's first screen, also at double text", () => firstScreen(stage, language));
  test("the popup while a page is being kept", () => underWay(stage));
  test("the popup after keeping, also at double text", () => afterKeeping(stage, "adult"));
  test("the popup after keeping under a mask, also at double text", () => afterKeeping(stage, "minor"));
  test("the popup that was refused, also at double text", () => refused(stage));
  test("timeline, item, packing, packed and check", () => libraryScreens(stage));
  test("pictures are covered until asked, and sound when uncovered", () => uncovering(stage));
});
