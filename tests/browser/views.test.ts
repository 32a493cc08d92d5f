/** The other views of a kept page, read from the bundle: what is in them, and what never is. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import type { MediaElement } from "../../src/capture/page-reading.ts";
import { hasInlineMedia } from "../../src/capture/inline-media.ts";
import type { PageLink } from "../../src/capture/views/page-views.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
const items: OpenedItem[] = [];

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/inner.html", "<!doctype html><p>內框的字 <a href='/from-inner'>內框連結</a>");
  const page = await inBrowser.open("/many-views.html");
  await fillIn(page);
  for (const about of ["adult", "unknown"] as const) {
    const kept = await keepPage(inBrowser.keepleaf, page, about);
    expect(kept).toMatchObject({ kind: "kept" });
    items.push(...(await packAndOpen(inBrowser)).items);
  }
});
afterAll(() => inBrowser.stop());

async function fillIn(page: Page): Promise<void> {
  await page.evaluate(() => {
    const typed = (selector: string, value: string) => {
      const field = document.querySelector<HTMLInputElement>(selector);
      if (field) field.value = value;
    };
    typed("[name=nickname]", "打進去的");
    typed("[name=story]", "寫進去的故事");
    typed("[name=choice]", "二");
    typed("[name=pass]", "PLANTED-TYPED-PASSWORD");
    document.querySelector<HTMLInputElement>("[name=agree]")?.click();
  });
}

const adult = () => items[0] ?? expect.fail("no item");
const media = (item: OpenedItem) => (JSON.parse(item.read("media.json")) as { media: MediaElement[] }).media;
const links = (item: OpenedItem) => (JSON.parse(item.read("links.json")) as { links: PageLink[] }).links;
const pathOf = (url: string) => (/^https?:/.test(url) ? new URL(url).pathname : url.replace(/:.*/s, ":"));

test.each([0, 1])("every address of a picture, film or frame is in the list, masked or not (%d)", (index) => {
  const found = media(items[index] ?? expect.fail("no item"));
  const paths = new Set(found.map(({ kind, url }) => `${kind} ${pathOf(url)}`));
  const expected = [
    ...["image /plain.png", "image /large.png", "image /wide.png", "image /signed.png", "image blob:"],
    ...[
      "image /button.png",
      "image /in-svg.png",
      "video /film.mp4",
      "poster /poster.png",
      "audio /sound.mp3",
    ],
    ...["background /drawn-by-rule.png", "background /drawn-before.png", "background /drawn-by-style.png"],
    ...["background /adopted.png", "frame /inner.html"],
  ];
  expect(expected.filter((each) => !paths.has(each))).toEqual([]);
});

test("addresses that run out are flagged, and what is shown has a place", () => {
  const flagged = media(adult()).filter(({ flags }) => flags && flags.length > 0);
  expect(flagged.map(({ url, flags }) => `${pathOf(url)} ${flags?.join()}`).sort()).toEqual(
    expect.arrayContaining(["/signed.png signed", "blob: blob"]),
  );
  const plain = media(adult()).find(({ url }) => pathOf(url) === "/signed.png");
  expect(plain?.box.width).toBe(20);
});

test("links carry their words and places, from shadow trees and frames too; code is no link", () => {
  const found = links(adult());
  expect(found.map(({ words, url }) => `${words} ${pathOf(url)}`)).toEqual(
    expect.arrayContaining([
      "第一則 /post/1",
      "關的影子 /from-closed",
      "內框連結 /from-inner",
      "框裡的連結 /from-srcdoc",
    ]),
  );
  expect(found.find(({ words }) => words === "會過期的")?.flags).toEqual(["signed"]);
  expect(found.every(({ box }) => box.width > 0 && box.y > 0)).toBe(true);
  expect(found.some(({ url }) => /javascript/i.test(url))).toBe(false);
});

test("the text has what stands in shadow trees and in frames of the same origin", () => {
  const text = adult().read("text.txt");
  for (const words of ["開的影子", "關的影子", "宣告的影子", "內框的字", "寫在裡面的框"])
    expect(text).toContain(words);
  expect(text).not.toContain("樣板裡");
});

test("the static copy has shadow trees, scripted sheets, typed values and inner frames", () => {
  const copy = adult().read("page-copy.html.txt");
  expect(copy).toContain('<template shadowrootmode="open">');
  expect(copy).toContain('<template shadowrootmode="closed">');
  for (const part of [
    "開的影子",
    "關的影子",
    "宣告的影子",
    "內框的字",
    "打進去的",
    "寫進去的故事",
    "會過期的",
  ]) {
    expect(copy).toContain(part);
  }
  expect(copy.match(/7px solid rgb\(9, 8, 7\)/g)?.length).toBe(2);
  expect(copy).toContain("rgb(4, 5, 6)");
  expect(copy).toMatch(/<option[^>]* selected[^>]*>二/);
  expect(copy).toMatch(/type="checkbox" checked/);
});

test.each([0, 1])("no picture's bytes are in any text of the item (%d)", (index) => {
  const item = items[index] ?? expect.fail("no item");
  const texts = item.item.files.filter(({ kind }) => kind !== "frame");
  expect(texts.length).toBeGreaterThan(4);
  for (const { name } of texts) expect(hasInlineMedia(item.read(name)), name).toBe(false);
});

test("a masked page's drawings leave only their place", () => {
  expect(adult().read("page-copy.html.txt")).toContain("M1 1h9v9z");
  expect(items[1]?.read("page-copy.html.txt")).not.toContain("M1 1h9v9z");
});

test("the views say when they were taken, by wall, zone and a clock nobody can set", () => {
  const { takenAt, stage } = JSON.parse(adult().read("links.json"));
  expect(stage).toBe("end");
  expect(takenAt).toMatchObject({ zone: expect.any(String), monotonicMs: expect.any(Number) });
  expect(Date.parse(takenAt.utc)).toBeGreaterThanOrEqual(Date.parse(adult().item.startedAt.utc));
});

test("the page saw nothing of it and was asked for nothing", async () => {
  const asked = inBrowser.pages.requests.filter(
    (path) => path.startsWith("/from-") || path === "/noscript.png",
  );
  expect(asked).toEqual([]);
});
