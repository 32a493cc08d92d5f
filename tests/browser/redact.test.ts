/** Covering a part of a kept picture by keyboard alone, and seeing in a masked item what was hidden and where. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import type { CustodyEntry } from "../../src/custody/custody-entry.ts";
import { barriersIn } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";
import { markerPixels } from "./read-pixels.ts";

let inBrowser: InBrowser;

beforeAll(async () => {
  inBrowser = await startInBrowser();
});
afterAll(() => inBrowser.stop());

async function openedItem(about: "adult" | "minor"): Promise<Page> {
  const page = await inBrowser.open("/marked-pictures.html");
  expect(await keepPage(inBrowser.keepleaf, page, about)).toMatchObject({ kind: "kept" });
  await page.close();
  const library = await openLibrary(inBrowser.keepleaf);
  await press(library, "main [data-item-id]");
  return library;
}

/** A picture of the screen for whoever asks for one. */
async function seen(page: Page, name: string): Promise<void> {
  const folder = process.env["KEEPLEAF_PICTURES"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

test("a box laid and moved by keys covers that part in another item, and the first stays as it was", async () => {
  const library = await openedItem("adult");
  await press(library, "[data-action=redact]");
  await press(library, "[data-action=add-box]");
  await library.focus("button.cover-box");
  for (let presses = 0; presses < 60; presses += 1) await library.keyboard.press("ArrowLeft");
  await library.keyboard.down("Shift");
  for (let presses = 0; presses < 130; presses += 1) await library.keyboard.press("ArrowRight");
  for (let presses = 0; presses < 200; presses += 1) await library.keyboard.press("ArrowDown");
  await library.keyboard.up("Shift");
  expect(await barriersIn(library)).toEqual([]);
  await seen(library, "redaction");
  await press(library, "[data-action=save-redacted]");
  await library.waitForFunction(() => document.querySelector("[data-part=redaction]") === null);
  await library.close();
  const { items, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  const [original, redacted] = items;
  expect(redacted?.item).toMatchObject({ derivedFrom: { itemId: original?.item.id, boxes: [{ x: 0 }] } });
  const pixels = (item: typeof original) =>
    Math.max(0, ...(item?.frames ?? [expect.fail("no frame")]).map(markerPixels));
  expect(pixels(redacted)).toBeLessThan(pixels(original) / 4);
  expect(pixels(original)).toBeGreaterThan(20 * 60 * 60);
});

test("a masked item lists what was hidden and shows an empty mount at its place", async () => {
  const library = await openedItem("minor");
  await press(library, "[data-action=reveal]");
  await library.waitForSelector(".hidden-mount");
  const mounts = await library.$$eval(".hidden-mount", (found) => found.map((one) => one.textContent));
  expect(mounts.filter((words) => words?.startsWith("圖片")).length).toBeGreaterThan(3);
  expect(mounts.some((words) => words?.startsWith("畫布"))).toBe(true);
  await library.$$eval("details", (all) => {
    for (const one of all) one.open = true;
  });
  expect(await barriersIn(library)).toEqual([]);
  await seen(library, "hidden");
  for (const pressed of ["false", "true"]) {
    await press(library, "[data-action=reveal]");
    await library.waitForSelector(`[data-action=reveal][aria-pressed=${pressed}]`);
  }
  await library.close();
  const { items, folder } = await packAndOpen(inBrowser);
  const item = items.at(-1)?.item;
  const log = readFileSync(join(folder, "data/custody/log.jsonl"), "utf8").trimEnd().split("\n");
  const lines: CustodyEntry[] = log.map((line) => JSON.parse(line));
  const views = lines.filter(({ action, facts }) => action === "item.viewed" && facts["itemId"] === item?.id);
  // Once for each opening, however often it was covered and uncovered.
  expect(views).toHaveLength(1);
  const hidden = item?.format === "keepleaf-item-2" ? (item.hidden ?? []) : [];
  const kinds = new Set(hidden.map(({ kind }) => kind));
  for (const kind of [
    "image",
    "canvas",
    "film",
    "frame",
    "drawing",
    "object",
    "ground",
    "border",
    "marker",
    "generated",
  ])
    expect(kinds).toContain(kind);
  expect(hidden.filter(({ hasAddress }) => hasAddress).length).toBeGreaterThan(10);
});
