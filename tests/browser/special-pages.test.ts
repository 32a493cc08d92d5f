/** Pages that are no ordinary web pages: each is kept as far as it may be, and the screen or the item says why. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { beginKeeping, keepPage } from "../../commands/browser/keep-page.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { say } from "../../src/words/say.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { numberedRowsPage } from "./numbered-rows.ts";
import { packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let page: Page;

/** One empty page. */
const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/paper.pdf", pdf);
  inBrowser.pages.put("/rows", numberedRowsPage());
});
afterAll(() => inBrowser.stop());
afterEach(() => page.close());

async function open(address: string): Promise<void> {
  page = await inBrowser.keepleaf.browser.newPage();
  await page.goto(address).catch(() => undefined);
}

async function kept(about: AboutAge) {
  expect(await keepPage(inBrowser.keepleaf, page, about)).toMatchObject({ kind: "kept" });
  const { item } = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  return { verdict: item.verdict.kind, notes: item.verdict.notes.map(({ code }) => code), item };
}

test.each(["chrome://version/", "chrome://settings/", "about:blank", "data:text/html,<p>words"])(
  "%s lets nobody in: the screen says so, that it is nobody's mistake, and what is safe",
  async (address) => {
    await open(address);
    const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
    expect(await waitForScreen(popup, ["failed"], 20)).toMatchObject({ facts: { code: "page-refuses" } });
    const words = await popup.$eval("main", (main) => main.textContent ?? "");
    expect(words).toContain(say("zh-TW", "failure.page-refuses.what"));
    expect(words).toContain(say("zh-TW", "failed.no-address"));
    expect(words).toContain(say("zh-TW", "failure.page-refuses.safe"));
  },
);

test("the source of a page lets nobody in either", async () => {
  page = await inBrowser.open("/rows");
  await page.goto(`view-source:${inBrowser.pages.addressOf("/rows")}`);
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  expect(await waitForScreen(popup, ["failed"], 20)).toMatchObject({ facts: { code: "page-refuses" } });
});

test("a PDF is kept as the part that is seen, and says so", async () => {
  await open(inBrowser.pages.addressOf("/paper.pdf"));
  const { verdict, notes, item } = await kept("adult");
  expect(verdict).toBe("visible-part-only");
  expect(notes).toContain("not-a-web-page");
  expect(item.picture?.frames).toHaveLength(1);
});

test("where pictures are masked, a PDF is kept as facts alone", async () => {
  await open(inBrowser.pages.addressOf("/paper.pdf"));
  const { verdict, notes, item } = await kept("minor");
  expect(verdict).toBe("facts-only");
  expect(notes).toContain("not-a-web-page");
  expect(item.picture).toBeNull();
});

test("a file on this computer is kept whole where the browser allows it", async () => {
  const file = join(inBrowser.folder, "saved.html");
  writeFileSync(file, numberedRowsPage());
  await open(pathToFileURL(file).href);
  const { verdict, item } = await kept("adult");
  expect(verdict).toMatch(/^complete/);
  expect(item.address.url).toMatch(/^file:\/\//);
});
