/** What opens somebody's account never enters: not the journal, not the database, not the bundle. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginKeeping, keepPage, outcomeOf } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { bytesOfDatabase } from "./database-bytes.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let page: Page;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/inner.html", "<!doctype html><p>內框的字");
  page = await inBrowser.open("/many-views.html");
  await page.evaluate(() => {
    for (const field of document.querySelectorAll<HTMLInputElement>("[type=password], [autocomplete]")) {
      field.value = "PLANTED-TYPED";
    }
    // Long enough that a capture is under way for a while.
    document.body.style.minHeight = "12000px";
  });
});
afterAll(() => inBrowser.stop());

const planted = "PLANTED";

test("the page really holds what was planted", async () => {
  const held = await page.evaluate(() => [
    document.cookie,
    localStorage.getItem("token"),
    sessionStorage.getItem("token"),
    document.querySelector<HTMLInputElement>("[type=password]")?.value,
    document.documentElement.outerHTML.match(/PLANTED-[A-Z]+/g)?.length,
  ]);
  expect(held.slice(0, 4)).toEqual([
    "session=PLANTED-COOKIE",
    "PLANTED-LOCAL",
    "PLANTED-SESSION",
    "PLANTED-TYPED",
  ]);
  expect(Number(held[4])).toBeGreaterThanOrEqual(6);
});

test("none of it is in the journal while a capture is under way, nor in the database after it", async () => {
  const popup = await beginKeeping(inBrowser.keepleaf, page, "adult");
  await page.waitForFunction(() => scrollY > 1_500, { polling: 20 });
  const library = await openLibrary(inBrowser.keepleaf);
  const during = await library.evaluate(bytesOfDatabase);
  expect(during).toContain("第一則");
  expect(during).toContain("capturing");
  expect(during).not.toContain(planted);
  await library.close();
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  const again = await openLibrary(inBrowser.keepleaf);
  const after = await again.evaluate(bytesOfDatabase);
  expect(after).toContain("寫死的");
  expect(after).not.toContain(planted);
  await again.close();
});

test.each(["adult", "unknown"] as const)("none of it is in a bundle (%s)", async (about) => {
  expect(await keepPage(inBrowser.keepleaf, page, about)).toMatchObject({ kind: "kept" });
  const { folder } = await packAndOpen(inBrowser, "self");
  const files = filesBelow(folder);
  expect(files.length).toBeGreaterThan(15);
  expect(files.filter((file) => readFileSync(file).includes(planted))).toEqual([]);
  expect(files.some((file) => readFileSync(file).includes("第一則"))).toBe(true);
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
