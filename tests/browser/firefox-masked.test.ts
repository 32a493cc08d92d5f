/** The corpus of hostile pages in Firefox: not one marker pixel and not one marker byte is anywhere afterwards. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { corpusPages, markerFiles } from "../pages/masking/corpus.ts";
import { everythingStored } from "./everything-stored.ts";
import { type InFirefox, startInFirefox } from "./in-firefox.ts";
import { filesBelow, markersFound } from "./marker-places.ts";
import { markerLikePixels } from "./marker-search.ts";
import { PNG } from "pngjs";

/** The short run has the pages that fight back in Firefox, see `firefox.test.ts`, and the whole corpus in Chromium. */
const isLong = process.env["SLOW"] === "1";
const pages = corpusPages(24);
const perPageMs = 20_000;

let firefox: InFirefox;

beforeAll(async () => {
  if (!isLong) return;
  firefox = await startInFirefox();
  for (const { path, text, type } of pages) firefox.pages.put(path, text, type);
  for (const [path, bytes] of markerFiles()) firefox.pages.put(path, bytes);
});
afterAll(() => firefox?.stop());

test.runIf(isLong)(
  "unmasked, the pages draw their markers: the search below can find them",
  async () => {
    const drawn: boolean[] = [];
    for (const { path } of pages) {
      const page = await firefox.open(path);
      drawn.push(markerLikePixels(PNG.sync.read(Buffer.from(await page.screenshot()))) > 0);
      await page.close();
    }
    expect(drawn.filter(Boolean).length).toBeGreaterThan(pages.length / 2);
  },
  pages.length * perPageMs,
);

test.runIf(isLong)(
  "masked, no marker is in any frame, row, file or log, nor in the bundle",
  async () => {
    for (const { path } of pages) {
      const page = await firefox.open(path);
      expect(await firefox.keep(page, "unknown"), path).toMatchObject({ screen: "kept" });
      await page.close();
    }
    const { folder, items, verification } = await firefox.packAndOpen();
    expect(verification.findings).toEqual([]);
    expect(items.length).toBe(pages.length);
    const pictured = items.filter(({ item }) => (item.picture?.frames ?? []).length > 0);
    expect(pictured.length).toBeGreaterThan(pages.length / 2);
    const library = await firefox.openOwn("extension/library/library.html");
    const pieces = [...(await everythingStored(library)), ...filesBelow(folder)];
    expect(markersFound(pieces)).toEqual([]);
    expect(pieces.length).toBeGreaterThan(pages.length * 4);
  },
  pages.length * perPageMs,
);
