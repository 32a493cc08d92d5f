/** Where somebody may be under 18, no pixel of a picture enters a frame; the same page shows them all otherwise. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage, openAtButton, outcomeOf } from "../../commands/browser/keep-page.ts";
import { press } from "../../commands/browser/press.ts";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { markerPixels } from "./read-pixels.ts";

let inBrowser: InBrowser;

beforeAll(async () => {
  inBrowser = await startInBrowser();
});
afterAll(() => inBrowser.stop());

async function keptAbout(about: AboutAge, path = "/marked-pictures.html"): Promise<OpenedItem> {
  const page = await inBrowser.open(path);
  expect(await keepPage(inBrowser.keepleaf, page, about)).toMatchObject({ kind: "kept" });
  await page.close();
  const { items, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  return items.at(-1) ?? expect.fail("no item in the bundle");
}

test("a page kept for adults shows the marker in many places: the masked test below can fail", async () => {
  const { frames, item } = await keptAbout("adult");
  expect(item.isMasked).toBe(false);
  expect(Math.max(...frames.map(markerPixels))).toBeGreaterThan(20 * 60 * 60);
});

test.each(["unknown", "minor"] as const)(
  "about %s: no pixel of any picture is in any frame",
  async (about) => {
    const { frames, item } = await keptAbout(about);
    expect(item.isMasked).toBe(true);
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
    expect(item.picture?.frames.every(({ census }) => census.isMasked === true)).toBe(true);
  },
);

test("fifty pictures that fight back with every means of a style sheet are in no frame either", async () => {
  const path = "/fighting-pictures.html";
  const shown = await keptAbout("adult", path);
  expect(Math.max(...shown.frames.map(markerPixels))).toBeGreaterThan(10 * 60 * 40);
  const { frames } = await keptAbout("minor", path);
  expect(frames.length).toBeGreaterThan(2);
  expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
});

test.each(["/marker.png", "/marker.svg"])(
  "%s opened by itself is no web page: its visible part for adults, no frame otherwise",
  async (path) => {
    const shown = await keptAbout("adult", path);
    expect(shown.item.verdict.kind).toBe("visible-part-only");
    expect(shown.frames.length).toBe(1);
    const masked = await keptAbout("unknown", path);
    expect(masked.item.verdict).toMatchObject({ kind: "facts-only", notes: [{ code: "not-a-web-page" }] });
    expect([masked.frames, masked.item.files.filter(({ kind }) => kind === "frame")]).toEqual([[], []]);
    expect(masked.item.address.url).toBe(inBrowser.pages.addressOf(path));
  },
);

test("in an adult's own case hiding pictures is offered for each page, and then none is kept", async () => {
  const page = await inBrowser.open("/marked-pictures.html");
  const popup = await openAtButton(inBrowser.keepleaf, page, "adult");
  await press(popup, "input[name=also-mask]");
  await press(popup, "[data-action=keep]");
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  await page.close();
  const { item, frames } = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  expect([item.about, item.isMasked]).toEqual(["adult", true]);
  expect(frames.length).toBeGreaterThan(1);
  expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
});

/** Elements of that page by how their picture comes, and as what it is listed. */
const comingLater = {
  "by-class": "ground",
  "by-class-around": "ground",
  "by-part": "generated",
  "by-border": "border",
  "by-marker": "marker",
  "by-content": "generated",
  "by-variable": "ground",
  "by-gradient": "ground",
  "by-condition": "ground",
  "by-nesting": "ground",
  "by-attribute": "ground",
  "by-sheet": "ground",
  "by-insertion": "ground",
  "in-closed-tree": "ground",
} as const;

test("pictures that classes, sheets and new elements bring under the mask are listed, each at its place", async () => {
  const page = await inBrowser.open("/restyled-pictures.html");
  expect(await keepPage(inBrowser.keepleaf, page, "unknown")).toMatchObject({ kind: "kept" });
  const places = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[id]")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.id, [x + scrollX, y + scrollY, width, height].map(Math.round)];
      }),
    ),
  );
  await page.close();
  const { item, frames, read } = (await packAndOpen(inBrowser)).items.at(-1) ?? expect.fail("no item");
  const hidden = item.format === "keepleaf-item-2" ? (item.hidden ?? []) : [];
  const listed = hidden.map(({ kind, box }) => [
    kind,
    [box.x, box.y, box.width, box.height].map(Math.round).join(" "),
  ]);
  for (const [id, kind] of Object.entries(comingLater))
    expect(listed, id).toContainEqual([kind, places[id]?.join(" ")]);
  for (const id of ["never-printed", "never-again"])
    expect(listed.filter(([, at]) => at === places[id]?.join(" "))).toEqual([]);
  const addresses = Object.keys(comingLater).filter((id) => id !== "by-gradient" && id !== "by-insertion");
  for (const id of addresses) expect(read("media.json"), id).toContain(`/marker.png?${id}"`);
  expect(hidden.filter(({ hasAddress }) => !hasAddress).map(({ kind }) => kind)).toEqual(["ground"]);
  expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
});

test("the words of a masked page are kept", async () => {
  const { item, read } = await keptAbout("unknown");
  const text = item.files.find((file) => file.kind === "text") ?? expect.fail("no text was kept");
  expect(read(text.name)).toContain("文字要留著，圖不能留。");
});
