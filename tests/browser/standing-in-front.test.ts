/** Every frame says what stood in front of the page and what moved by itself, closed shadow trees included. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { type OpenedItem, packAndOpen } from "./opened-bundle.ts";

let inBrowser: InBrowser;
let kept: OpenedItem;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const page = await inBrowser.open("/standing-in-front.html");
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  kept = (await packAndOpen(inBrowser)).items[0] ?? expect.fail("no item in the bundle");
});
afterAll(() => inBrowser.stop());

function censuses() {
  return (pictureOf(kept.item)?.frames ?? []).map(({ census }) => census);
}

test("the header and the bubble in a closed shadow tree are in every frame, each with one key", () => {
  for (const { occluders = [], clientWidth, clientHeight } of censuses()) {
    const fixed = occluders.filter(({ kind }) => kind === "fixed");
    expect(fixed.map(({ box }) => box)).toEqual([
      { x: 0, y: 0, width: clientWidth, height: 70 },
      { x: clientWidth - 80, y: clientHeight - 80, width: 60, height: 60 },
    ]);
  }
  const keys = censuses().map(({ occluders = [] }) => occluders.filter(({ kind }) => kind === "fixed"));
  expect(new Set(keys.flat().map(({ key }) => key)).size).toBe(2);
});

test("a heading stands in front only where it is stuck", () => {
  const [top, ...others] = censuses();
  expect(top?.occluders?.filter(({ kind }) => kind === "sticky")).toEqual([]);
  const stuck = others.flatMap(({ occluders = [] }) => occluders.filter(({ kind }) => kind === "sticky"));
  expect(stuck.length).toBeGreaterThan(1);
  for (const { box } of stuck) expect(box.y).toBeLessThanOrEqual(70);
});

test("an animation in view is said to move and costs no retake", () => {
  const [first] = pictureOf(kept.item)?.frames ?? [];
  expect(first?.census.moving).toHaveLength(1);
  expect(first).toMatchObject({ retakes: 0, isUnstable: false });
});
