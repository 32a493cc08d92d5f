/** Pages nobody here wrote, kept at the address they came from; only what is certain about them is expected. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openSavedPage } from "../../commands/browser/open-page.ts";
import { projectRoot } from "../source/read-source.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedBundle, packAndOpen } from "./opened-bundle.ts";

const savedPages = [
  {
    file: "asahi-ja.html",
    address: "https://www.asahi.com/articles/ASM2Q5HKNM2QUCVL02D.html",
    title: "メディア芸術祭賞、「チコちゃんに叱られる！」が受賞",
    postedAt: "2019-03-01T04:16:56.000Z",
  },
  {
    file: "spektrum-de.html",
    address: "https://www.spektrum.de/news/genetik-das-geheimnis-der-parasitischen-rafflesien/2039026",
    title: "Das Geheimnis der parasitischen",
    poster: "Christie Wilcox",
  },
  {
    file: "macrumors-en.html",
    address: "https://www.macrumors.com/2017/01/18/apple-pencil-2-march-2017/",
    title: "Apple",
    poster: "Juli Clover",
    postedAt: "2017-01-18T11:44:11-08:00",
  },
  {
    file: "tweet-detail.html",
    address: "https://x.com/TestUser123/status/1981398750557065646",
    postedAt: "2025-10-23T16:34:09.000Z",
  },
];

let inBrowser: InBrowser;
let bundle: OpenedBundle;
const reached: string[] = [];

beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const { file, address } of savedPages) {
    const saved = join(projectRoot, "tests", "pages", "saved", file);
    const page = await openSavedPage(inBrowser.keepleaf.browser, saved, address);
    page.on("response", (response) => reached.push(response.url()));
    expect(await keepPage(inBrowser.keepleaf, page, "unknown"), file).toMatchObject({ kind: "kept" });
    await page.close();
  }
  bundle = await packAndOpen(inBrowser);
});
afterAll(() => inBrowser.stop());

test("all of them are in one sound bundle", () => {
  expect(bundle.verification.findings).toEqual([]);
  expect(bundle.verification.items.map(({ url }) => url).sort()).toEqual(
    savedPages.map((page) => page.address).sort(),
  );
});

test.each(savedPages)(
  "$file says what is certain about it, and nothing in its place",
  ({ address, ...certain }) => {
    const found =
      bundle.verification.items.find(({ url }) => url === address) ?? expect.fail("not in the bundle");
    expect(found.frames).toBeGreaterThan(0);
    if (certain.title) expect(found.title).toContain(certain.title);
    // A page with many articles may leave these unknown; another article's author or time would be a lie.
    if (certain.poster && found.poster !== null) expect(found.poster).toBe(certain.poster);
    if (certain.postedAt && found.postedAt !== null)
      expect(Date.parse(found.postedAt)).toBe(Date.parse(certain.postedAt));
  },
);

test("where the page leaves no doubt, the time is found", () => {
  const times = bundle.verification.items.map(({ postedAt }) => postedAt).filter((time) => time !== null);
  expect(times.length).toBeGreaterThanOrEqual(2);
});

test("nothing outside was reached", () => {
  expect(reached.filter((address) => !address.startsWith("data:"))).toEqual([]);
});
