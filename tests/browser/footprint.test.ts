/** What a page and its server can notice of a capture: nothing. What the extension sends anywhere: nothing. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let page: Page;
let askedByServer: string[] = [];

beforeAll(async () => {
  inBrowser = await startInBrowser();
  page = await inBrowser.open("/quiet-post.html");
  await page.evaluate(() => scrollTo(0, 333));
  askedByServer = [...inBrowser.pages.requests];
  for (const about of ["adult", "unknown"] as const) {
    expect(await keepPage(inBrowser.keepleaf, page, about)).toMatchObject({ kind: "kept" });
  }
  await packAndOpen(inBrowser);
  await page.bringToFront();
});
afterAll(() => inBrowser.stop());

test("the page's own observer saw nothing change, and no message came", async () => {
  expect(await page.evaluate("[window.mutationsSeen, window.messagesSeen]")).toEqual([0, 0]);
});

test("the observer would have seen a change", async () => {
  const seen = await page.evaluate(async () => {
    document.body.setAttribute("data-touched", "");
    await Promise.resolve();
    document.body.removeAttribute("data-touched");
    await Promise.resolve();
    return Reflect.get(window, "mutationsSeen") as unknown;
  });
  expect(seen).toBe(2);
});

test("the page stands where the person had left it", async () => {
  expect(await page.evaluate(() => scrollY)).toBe(333);
});

test("no style sheet of ours stays in the page", async () => {
  expect(await page.evaluate(() => getComputedStyle(document.body).transitionProperty)).toBe("all");
});

test("the page's server was asked for nothing by the capture", () => {
  expect(inBrowser.pages.requests).toEqual(askedByServer);
});

test("the extension asked for its own files and for nothing else", () => {
  const own = inBrowser.keepleaf.addressOf("");
  const { asked } = inBrowser.requests;
  expect(asked.filter(({ from, address }) => from.startsWith(own) && address.startsWith(own))).not.toEqual(
    [],
  );
  expect(inBrowser.requests.outside()).toEqual([]);
});

test("a request to anywhere else would be seen and fail whatever test made it", async () => {
  const other = await startInBrowser();
  const elsewhere = other.pages.addressOf("/elsewhere.png");
  const library = await openLibrary(other.keepleaf);
  await library.evaluate((address) => {
    const picture = new Image();
    picture.src = address;
  }, elsewhere);
  await library.close();
  expect(other.pages.requests).not.toContain("/elsewhere.png");
  expect(other.requests.outside().map(({ address }) => address)).toEqual([elsewhere]);
  await expect(other.stop()).rejects.toThrow();
});

test.each([
  "manifest.json",
  "extension/popup/popup.html",
  "extension/library/library.html",
  "service-worker-loader.js",
  "icons/leaf-48.png",
])("a page cannot fetch %s, nor show it as a picture, a script or a frame", async (path) => {
  const address = inBrowser.keepleaf.addressOf(path);
  expect(await page.evaluate(tryToReach, address)).toEqual({
    fetched: false,
    pictured: false,
    scripted: false,
  });
});

test("what a page cannot reach is there all the same", async () => {
  const library = await openLibrary(inBrowser.keepleaf);
  expect(await library.evaluate(async () => (await fetch("/manifest.json")).ok)).toBe(true);
  await library.close();
});

/** Runs in the page. */
async function tryToReach(
  address: string,
): Promise<{ fetched: boolean; pictured: boolean; scripted: boolean }> {
  const loads = (name: "img" | "script") =>
    new Promise<boolean>((resolve) => {
      const element = document.createElement(name);
      element.addEventListener("load", () => resolve(true));
      element.addEventListener("error", () => resolve(false));
      element.setAttribute("src", address);
      document.head.append(element);
    });
  const fetched = await fetch(address).then(
    () => true,
    () => false,
  );
  return { fetched, pictured: await loads("img"), scripted: await loads("script") };
}
