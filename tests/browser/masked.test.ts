/** Where somebody may be under 18, no pixel of a picture enters a frame; the same page shows them all otherwise. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage, openAtButton, outcomeOf } from "../../commands/browser/keep-page.ts";
import { press } from "../../commands/browser/press.ts";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";
import { markerPixels } from "./read-pixels.ts";

const marked = "/marked-pictures.html";
const fighting = "/fighting-pictures.html";
const alone = ["/marker.png", "/marker.svg"] as const;
const pages: Record<AboutAge, readonly string[]> = {
  adult: [marked, fighting, ...alone],
  unknown: [marked, ...alone],
  minor: [marked, fighting],
};

let inBrowser: InBrowser;
const kept = new Map<string, OpenedItem>();

/** Everything is kept first and each record packed once: packing reads all of a record again. */
beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const about of ["adult", "unknown", "minor"] as const) {
    for (const path of pages[about]) await keep(about, path);
    if (about === "adult") await keepHidden();
    const { items, verification } = await packAndOpen(inBrowser);
    expect(verification.findings).toEqual([]);
    const names = about === "adult" ? [...pages[about], "hidden by choice"] : pages[about];
    // Unknown and under 18 are one mode, and so may be one record: the last ones are those just kept.
    for (const [index, item] of items.slice(-names.length).entries())
      kept.set(`${about} ${names[index]}`, item);
  }
}, 180_000);
afterAll(() => inBrowser.stop());

async function keep(about: AboutAge, path: string): Promise<void> {
  const page = await inBrowser.open(path);
  expect(await keepPage(inBrowser.keepleaf, page, about)).toMatchObject({ kind: "kept" });
  await page.close();
}

async function keepHidden(): Promise<void> {
  const page = await inBrowser.open(marked);
  const popup = await openAtButton(inBrowser.keepleaf, page, "adult");
  await press(popup, "input[name=also-mask]");
  await press(popup, "[data-action=keep]");
  expect(await outcomeOf(inBrowser.keepleaf, page, popup)).toMatchObject({ kind: "kept" });
  await page.close();
}

function itemOf(about: AboutAge, path: string): OpenedItem {
  return kept.get(`${about} ${path}`) ?? expect.fail(`${path} about ${about} is not in the bundle`);
}

test("a page kept for adults shows the marker in many places: the masked test below can fail", () => {
  const { frames, item } = itemOf("adult", marked);
  expect(item.isMasked).toBe(false);
  expect(Math.max(...frames.map(markerPixels))).toBeGreaterThan(20 * 60 * 60);
});

test.each(["unknown", "minor"] as const)("about %s: no pixel of any picture is in any frame", (about) => {
  const { frames, item } = itemOf(about, marked);
  expect(item.isMasked).toBe(true);
  expect(frames.length).toBeGreaterThan(1);
  expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
  expect(item.picture?.frames.every(({ census }) => census.isMasked === true)).toBe(true);
});

test("fifty pictures that fight back with every means of a style sheet are in no frame either", () => {
  const shown = itemOf("adult", fighting);
  expect(Math.max(...shown.frames.map(markerPixels))).toBeGreaterThan(10 * 60 * 40);
  const { frames, item } = itemOf("minor", fighting);
  expect(frames.length, JSON.stringify(item.verdict)).toBeGreaterThan(2);
  expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
});

test.each(alone)(
  "%s opened by itself is no web page: its visible part for adults, no frame otherwise",
  (path) => {
    const shown = itemOf("adult", path);
    expect(shown.item.verdict.kind).toBe("visible-part-only");
    expect(shown.frames.length).toBe(1);
    const masked = itemOf("unknown", path);
    expect(masked.item.verdict).toMatchObject({ kind: "facts-only", notes: [{ code: "not-a-web-page" }] });
    expect([masked.frames, masked.item.files.filter(({ kind }) => kind === "frame")]).toEqual([[], []]);
    expect(masked.item.address.url).toBe(inBrowser.pages.addressOf(path));
  },
);

test("in an adult's own case hiding pictures is offered for each page, and then none is kept", () => {
  const { item, frames } = itemOf("adult", "hidden by choice");
  expect([item.about, item.isMasked]).toEqual(["adult", true]);
  expect(frames.length).toBeGreaterThan(1);
  expect(frames.map(markerPixels)).toEqual(frames.map(() => 0));
});

test("the words of a masked page are kept", () => {
  const { item, read } = itemOf("unknown", marked);
  const text = item.files.find((file) => file.kind === "text") ?? expect.fail("no text was kept");
  expect(read(text.name)).toContain("文字要留著，圖不能留。");
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
