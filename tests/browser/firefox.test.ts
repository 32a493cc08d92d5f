/** The same sources in Firefox: pages and a conversation kept whole, pictures masked, packed, and checked outside of it. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeKeptRows, decodeTileRows } from "./decode-kept.ts";
import { type InFirefox, startInFirefox } from "./in-firefox.ts";
import { numberedRowsPage, rowCount, stripOffsets, wholeRows } from "./numbered-rows.ts";
import { judge, type OpenedBundle, type OpenedItem } from "./opened-bundle.ts";
import { decodeStrip, listRows, rebuildSurface } from "./pane-rows.ts";
import { PointingStage, pressesIn } from "./pointing-stage.ts";
import { markerPixels } from "./read-pixels.ts";

const marked = "/marked-pictures.html";
const fighting = "/fighting-pictures.html";
const conversationRows = 60;
const conversation = `/hostile-list.html?rows=${conversationRows}&page=30&estimate=60`;
const header = `<header style="position:fixed;inset:0 0 auto;height:70px;background:#2b5">頁首</header>`;

let firefox: InFirefox;
let shown: OpenedBundle;
let masked: OpenedBundle;
let footprint: unknown;

beforeAll(async () => {
  firefox = await startInFirefox();
  firefox.pages.put("/rows", numberedRowsPage(), "text/html; charset=utf-8");
  firefox.pages.put("/header", numberedRowsPage({ before: header, count: 30 }), "text/html; charset=utf-8");
  await keep("/rows", "adult");
  await keep("/header", "adult");
  await keep(conversation, "adult");
  await keep(marked, "adult");
  await keep(fighting, "adult");
  shown = await firefox.packAndOpen();
  await keep(marked, "unknown");
  await keep(fighting, "unknown");
  await keepQuietly();
  masked = await firefox.packAndOpen("self");
}, 240_000);
afterAll(() => firefox?.stop());

async function keep(path: string, about: "adult" | "unknown"): Promise<void> {
  const page = await firefox.open(path);
  expect(await firefox.keep(page, about), path).toMatchObject({ screen: "kept" });
  await page.close();
}

/** What the page itself can tell afterwards. */
async function keepQuietly(): Promise<void> {
  const page = await firefox.open("/quiet-post.html");
  await page.evaluate(() => scrollTo(0, 333));
  const asked = firefox.pages.requests.length;
  expect(await firefox.keep(page, "unknown")).toMatchObject({ screen: "kept" });
  await page.waitForFunction(() => scrollY === 333, { timeout: 5_000 });
  footprint = {
    seen: await page.evaluate("[window.mutationsSeen, window.messagesSeen]"),
    transition: await page.evaluate(() => getComputedStyle(document.body).transitionProperty),
    requests: firefox.pages.requests.length - asked,
  };
  await page.close();
}

function itemAt({ items }: OpenedBundle, path: string): OpenedItem {
  const address = firefox.pages.addressOf(path);
  return (
    items.find(({ item }) => item.address.url === address) ?? expect.fail(`${path} is not in the bundle`)
  );
}

test("its bundles are sound for us and for sha256sum", () => {
  expect(shown.verification.findings).toEqual([]);
  expect(masked.verification.findings).toEqual([]);
  expect(
    judge(shown.folder, "sha256sum -c --quiet --strict manifest-sha256.txt tagmanifest-sha256.txt"),
  ).toEqual({
    isContent: true,
    said: "",
  });
});

test("every row of a page is there once, in the frames and in the strips", () => {
  const rows = itemAt(shown, "/rows");
  expect(rows.item.verdict).toEqual({ kind: "complete", notes: [] });
  expect(decodeKeptRows(rows, 0)).toEqual(wholeRows(rowCount));
  expect(decodeTileRows(rows, stripOffsets[1])).toEqual(wholeRows(rowCount));
});

test("what stands in front of the page is in the picture once", () => {
  const kept = itemAt(shown, "/header");
  const seen = decodeTileRows(kept, 0).filter(({ number }) => number !== null);
  // The header covers most of the first row; every other row is whole.
  expect(seen.slice(1)).toEqual(wholeRows(29, { from: 1 }));
});

test("a conversation whose rows are recycled is whole and in order", () => {
  const kept = itemAt(shown, conversation);
  expect(decodeStrip(rebuildSurface(kept, 1))).toEqual(listRows(conversationRows));
});

test("pointing: words rested on are outlined, chosen without a press, confirmed, and the page hears nothing", async () => {
  const stage = await PointingStage.openInFirefox(firefox);
  await stage.begin("posterName");
  await stage.moveOnto("#who");
  await stage.outlined("#who");
  expect(await stage.chosen()).toContain("words 測試帳號甲");
  const { window } = await stage.untouched();
  expect(pressesIn(window)).toEqual([]);
  expect(await stage.taken()).toContain("測試帳號甲");
  await stage.covered(false);
  await stage.close();
});

describe("under the mask", () => {
  test.each([marked, fighting])("%s: no pixel of a picture is in any frame", (path) => {
    expect(Math.max(...itemAt(shown, path).frames.map(markerPixels))).toBeGreaterThan(10 * 60 * 40);
    const { item, frames } = itemAt(masked, path);
    expect(item.isMasked).toBe(true);
    expect(frames.length, JSON.stringify(item.verdict)).toBeGreaterThan(1);
    expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
  });

  test("the page notices nothing, and is as it was afterwards", () => {
    expect(footprint).toEqual({ seen: [0, 0], transition: "all", requests: 0 });
  });
});
