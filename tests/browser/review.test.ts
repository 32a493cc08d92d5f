/** After keeping: fields as rows, corrected by keyboard alone, a changed site said aloud, nothing of the item changed. */
import axe from "axe-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openSavedPage } from "../../commands/browser/open-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { projectRoot } from "../source/read-source.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let library: Page;
const pages = join(projectRoot, "tests", "pages");
const known = {
  file: "saved/x-tweet-quote.outer.html",
  url: "https://x.com/TestQuoter/status/1983130065320780162",
};
const changed = {
  file: "layouts/instagram-data-of-others.html",
  url: "https://www.instagram.com/p/Chm_-tPJqpd/",
};

async function keep({ file, url }: typeof known): Promise<void> {
  const page = await openSavedPage(inBrowser.keepleaf.browser, join(pages, file), url);
  expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
  await page.close();
}

async function openItem(number: number): Promise<void> {
  const items = await library.$$("main [data-item-id]");
  await items.at(number)?.click();
  await waitForScreen(library, ["item"], 20);
}

async function barriers(page: Page): Promise<unknown> {
  await page.evaluate(axe.source);
  return page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 160))))`,
  );
}

const textOf = (selector: string) => library.$eval(selector, (element) => element.textContent ?? "");

beforeAll(async () => {
  inBrowser = await startInBrowser();
  await keep(known);
  await keep(changed);
  library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["timeline"], 20);
});
afterAll(() => inBrowser.stop());

test("a known site that has changed says so and gives a report without a word of the page", async () => {
  await openItem(0);
  const note = await library.$eval(
    "[data-action=copy-site-report]",
    (button) => button.closest(".note")?.textContent ?? "",
  );
  expect(note).toContain("改版");
  await library.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: {
        writeText: async (text: string) => {
          document.title = text;
        },
      },
    });
  });
  await press(library, "[data-action=copy-site-report]");
  await library.waitForFunction(() => document.title.startsWith("keepleaf-site-report-1"));
  const report = await library.title();
  expect(report).toContain("reader instagram");
  for (const planted of ["Chm_", "other1", "別人", "instagram.com", "2911295595251935837"]) {
    expect(report).not.toContain(planted);
  }
  await press(library, "[data-action=back]");
});

test("what is shown of a known site is what the page says", async () => {
  await openItem(1);
  const fields = await textOf("dl.fields");
  for (const said of ["Test Quoter", "TestQuoter", "1983130065320780162"]) expect(fields).toContain(said);
  expect(fields).not.toContain("Original Author");
  expect(await textOf("[data-other=quoted]")).toContain("Original Author");
  expect(await barriers(library)).toEqual([]);
});

test("a field is corrected by keyboard alone, and the log has both values", async () => {
  await library.focus("[data-action=type-posterName]");
  await library.keyboard.press("Enter");
  await library.waitForSelector(".correct input");
  expect(await barriers(library)).toEqual([]);
  await library.keyboard.down("Control");
  await library.keyboard.press("a");
  await library.keyboard.up("Control");
  await library.keyboard.type("測試帳號丙");
  await library.keyboard.press("Enter");
  await library.waitForFunction(() =>
    document.querySelector("dl.fields")?.textContent?.includes("測試帳號丙"),
  );
  const history = await library.$$eval("details.panel", (panels) =>
    panels.map((panel) => panel.textContent ?? "").join(),
  );
  expect(history).toContain("Test Quoter → 測試帳號丙");
});

test("what is typed as an address must be one, and stands on the list of links as it was typed", async () => {
  await press(library, "[data-action=type-posterProfileUrl]");
  const typeIt = async (value: string) => {
    await library.focus(".correct input");
    await library.$eval(".correct input", (input) => (input as HTMLInputElement).select());
    await library.keyboard.type(value);
  };
  await typeIt("測試帳號丙");
  await library.waitForSelector("[data-action=save-correction]:disabled");
  expect(await textOf(".correct [role=status]")).toContain("網址");
  await library.keyboard.press("Enter");
  expect(await library.$(".correct input")).not.toBeNull();
  expect(await barriers(library)).toEqual([]);
  await press(library, "[data-action=cancel-correction]");
  await press(library, "[data-action=type-permalink]");
  const typed = "https://x.com/TestQuoter/status/1983130065320780163?s=20";
  await typeIt(typed);
  await press(library, "[data-action=save-correction]");
  await library.waitForFunction(
    (address) => document.querySelector("dl.fields")?.textContent?.includes(address),
    {},
    typed,
  );
  await press(library, "[data-action=open-links]");
  await waitForScreen(library, ["links"], 20);
  expect(await textOf("main")).toContain(typed);
  await press(library, "[data-action=open-timeline]");
  await waitForScreen(library, ["timeline"], 20);
  await openItem(1);
});

test("words of the page can be chosen instead, in the order in which the page showed them", async () => {
  await press(library, "[data-action=choose-posterId]");
  await library.waitForSelector(".correct select option");
  await library.focus(".correct select");
  await library.keyboard.press("Home");
  await press(library, "[data-action=save-correction]");
  await library.waitForFunction(() => document.querySelector("dl.fields .chip.pointed") !== null);
});

test("read again by the same readers it says the same, and nothing is written", async () => {
  await library.$eval("[data-action=read-again]", (button) =>
    button.closest("details")?.setAttribute("open", ""),
  );
  await press(library, "[data-action=read-again]");
  await library.waitForSelector("[data-reread=same]");
  expect(await barriers(library)).toEqual([]);
});

test("the item in the bundle is as it was kept, and the log tells of the corrections", async () => {
  const bundle = await packAndOpen(inBrowser);
  expect(bundle.verification.findings).toEqual([]);
  const item = bundle.verification.items.find(({ url }) => url === known.url);
  expect(item?.poster).toBe("Test Quoter");
  const police = readFileSync(join(bundle.folder, "data/report/paste-police.txt"), "utf8");
  expect(police).toContain("發文帳號：測試帳號丙　[本人更正；原本讀到「Test Quoter」]");
});
