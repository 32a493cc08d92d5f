/**
 * The corpus of hostile pages: kept where somebody may be under 18, not one marker pixel and not one marker byte is
 * anywhere afterwards. The control looks at the same pages unmasked and finds every marker.
 */
import { PNG } from "pngjs";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { corpus, corpusPages, type MarkedVector, markerFiles, sectionOf } from "../pages/masking/corpus.ts";
import { mostMarkers } from "../pages/masking/marker.ts";
import { everythingStored, placesOf } from "./everything-stored.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { filesBelow, markersFound } from "./marker-places.ts";
import { markersIn } from "./marker-search.ts";
import { packAndOpen } from "./opened-bundle.ts";

/** By itself each vector has a page of its own; in the short run many share one. */
const isLong = process.env["SLOW"] === "1";
const pages = corpusPages(isLong ? 1 : 34);
const perPageMs = 20_000;

let inBrowser: InBrowser;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const { path, text, type } of pages) inBrowser.pages.put(path, text, type);
  for (const [path, bytes] of markerFiles()) inBrowser.pages.put(path, bytes);
});
afterAll(() => inBrowser.stop());

test("the corpus has enough vectors, each named once", () => {
  expect(corpus.length).toBeGreaterThan(100);
  expect(corpus.length).toBeLessThanOrEqual(mostMarkers);
  expect(new Set(corpus.map(({ vector }) => vector.name)).size).toBe(corpus.length);
  const rare = corpus.filter(({ vector }) => vector.isRare).length;
  expect(pages.flatMap(({ vectors }) => vectors).length).toBe(corpus.length - (isLong ? 0 : rare));
  expect(rare).toBeLessThan(20);
});

test("unmasked, every vector draws its marker: the search below can find it", {
  timeout: pages.length * perPageMs,
}, async () => {
  const unseen: string[] = [];
  for (const { path, vectors } of pages) {
    const page = await inBrowser.open(path);
    await page.setViewport({ width: 1_200, height: 4_000 });
    const late = await notSeen(page, vectors);
    await page.setViewport(null);
    for (const one of late) unseen.push(...(await lookedFor(page, one)));
    await page.close();
  }
  expect(unseen).toEqual([]);
});

test("masked, no marker is in any frame, row, file or log, nor in the bundle", {
  timeout: pages.length * perPageMs,
}, async () => {
  for (const { path } of pages) {
    const page = await inBrowser.open(path);
    expect(await keepPage(inBrowser.keepleaf, page, "unknown"), path).toMatchObject({ kind: "kept" });
    await page.close();
  }
  const { folder, items, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  expect(items.length).toBe(pages.length);
  const pictured = items.filter(({ item }) => (item.picture?.frames ?? []).length > 0);
  expect(pictured.length).toBeGreaterThan(pages.length / 2);
  const library = await openLibrary(inBrowser.keepleaf);
  const pieces = [...(await everythingStored(library)), ...filesBelow(folder)];
  expect(markersFound(pieces)).toEqual([]);
  expect(pieces.length).toBeGreaterThan(pages.length * 4);
});

test("the search finds a marker that does lie somewhere, as text, as base64 and as pixels", async () => {
  const library = await openLibrary(inBrowser.keepleaf);
  const [{ marker } = expect.fail("no marker")] = corpus;
  await library.evaluate(
    (texts) => Reflect.get(globalThis, "chrome").storage.local.set({ planted: texts }),
    [marker.dataPng, marker.dataSvg],
  );
  const pieces = await everythingStored(library);
  expect(placesOf(marker.token, pieces)).toEqual(["extension storage"]);
  await library.evaluate(() => Reflect.get(globalThis, "chrome").storage.local.remove("planted"));
  expect(markersFound([{ place: "planted", bytes: marker.pngBytes }])).toEqual([
    "planted: pixels",
    `planted: ${marker.token}`,
  ]);
});

async function notSeen(page: Page, vectors: MarkedVector[]): Promise<MarkedVector[]> {
  const shot = PNG.sync.read(Buffer.from(await page.screenshot({ captureBeyondViewport: false })));
  const indexes = vectors.map(({ index }) => index);
  const seen = markersIn(shot, indexes);
  return vectors.filter(({ index }) => !seen.includes(index));
}

/** Its name if it is in no look at its own place: some pages are empty at times, or draw only what is in view. */
async function lookedFor(page: Page, vector: MarkedVector): Promise<string[]> {
  for (let looks = 0; looks < 6; looks += 1) {
    await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), sectionOf(vector));
    if ((await notSeen(page, [vector])).length === 0) return [];
  }
  return [vector.vector.name];
}
