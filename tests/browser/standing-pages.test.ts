/** Fixtures 3 to 10: bars, bubbles, walls, stuck headings, snapping and smooth scrolling; each row once, in order. */
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isColour, runsOf } from "./colour-runs.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { codesOf, keepFixtures } from "./kept-pages.ts";
import { decodeRows, numberedRows, numberedRowsPage, rowCells, wholeRows } from "./numbered-rows.ts";
import type { OpenedItem } from "./opened-bundle.ts";
import { joinTiles, pixelAt, rebuildPage } from "./read-pixels.ts";

const header = "position:fixed;top:0;left:0;right:0;height:70px;background:#244b5a;z-index:3";
const bubble = "position:fixed;right:400px;bottom:20px;width:106px;height:60px;background:#c59a6b;z-index:3";
const footer = "position:fixed;bottom:0;left:0;right:0;height:50px;background:#244b5a;z-index:3";
const wall = "position:fixed;inset:0;background:#6f8fa3;z-index:9";

const pages: Record<string, string> = {
  "/uneven": numberedRowsPage({
    count: 37,
    after: `<div class="row" style="height:53px">${rowCells(37)}</div>`,
  }),
  "/short": numberedRowsPage({ count: 5 }),
  "/header-and-bubble": numberedRowsPage({
    count: 40,
    before: `<div style="${header}">測試</div><div style="${bubble}"></div>`,
    after: '<div style="height:200px"></div>',
  }),
  "/footer-and-wall": numberedRowsPage({
    count: 30,
    before: `<div style="${footer}"></div><div id="wall" style="${wall}">同意</div>`,
    after: '<div style="height:50px"></div>',
  }),
  "/headings": headingsPage(),
  "/hiding-header": numberedRowsPage({
    count: 40,
    before: `<div id="bar" style="${header};transition:transform .2s"></div>`,
    after: `<script>let last = 0; addEventListener("scroll", () => {
      bar.style.transform = scrollY > last ? "translateY(-70px)" : ""; last = scrollY; });</script>`,
  }),
  "/smooth": numberedRowsPage({ count: 40, style: "html{scroll-behavior:smooth}" }),
  "/slides": slidesPage("100vh"),
  "/long-slides": slidesPage("170vh"),
  "/odd-slides": slidesPage("60vh"),
  "/parallax": numberedRowsPage({
    count: 30,
    style:
      "body{background:repeating-linear-gradient(#d8b98a 0 37px,#b9c7c4 37px 90px) fixed}.row{width:1225px}",
    after: `<div id="drift" style="position:absolute;top:400px;right:2px;width:30px;height:600px;
      background:repeating-linear-gradient(#c59a6b 0 23px,#6f8fa3 23px 50px)"></div>
      <script>addEventListener("scroll", () => { drift.style.transform = "translateY(" + scrollY * 0.4 + "px)"; });</script>`,
  }),
};

function headingsPage(): string {
  const parts = Array.from(
    { length: 4 },
    (_, index) => `<section><h2 class="h${index}"></h2>${numberedRows(12, index * 12)}</section>`,
  );
  return numberedRowsPage({
    count: 0,
    style: `h2{position:sticky;top:0;height:40px;margin:0;z-index:2}.h0{background:#a11}.h1{background:#1a1}
      .h2{background:#11a}.h3{background:#aa1}aside{position:sticky;top:0;float:right;width:16px;height:300px;background:#a1a}
      section{position:relative}`,
    before: `<aside></aside>${parts.join("")}`,
  });
}

function slidesPage(height: string): string {
  const slides = Array.from(
    { length: 8 },
    (_, index) =>
      `<div class="row" style="height:${height};scroll-snap-align:start">${rowCells(index)}</div>`,
  );
  return numberedRowsPage({
    count: 0,
    style: "html{scroll-snap-type:y mandatory}",
    before: slides.join(""),
  });
}

let inBrowser: InBrowser;
let kept: Map<string, OpenedItem>;
const seenOfUs: Record<string, unknown> = {};

beforeAll(async () => {
  inBrowser = await startInBrowser();
  for (const [path, html] of Object.entries(pages)) inBrowser.pages.put(path, html);
  kept = await keepFixtures(
    inBrowser,
    Object.keys(pages).map((path) => ({ path, prepare: watchMutations, afterwards: readMutations(path) })),
  );
}, 300_000);
afterAll(() => inBrowser.stop());

async function watchMutations(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, "seenOfUs", seen);
    const note = (records: MutationRecord[]) =>
      seen.push(...records.map(({ target, attributeName }) => `${target.nodeName} ${attributeName}`));
    const observer = new MutationObserver(note);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

function readMutations(path: string) {
  return async (page: Page) => {
    seenOfUs[path] = await page.evaluate(() => [
      Reflect.get(window, "seenOfUs"),
      scrollY,
      document.documentElement.getAttribute("style"),
    ]);
  };
}

function itemAt(path: string): OpenedItem {
  return kept.get(path) ?? expect.fail(`no item for ${path}`);
}

function rowsOf(path: string) {
  return decodeRows(rebuildPage(itemAt(path)), 0, 1);
}

test.each(Object.keys(pages))("the strips drawn of %s say what its recipe says", (path) => {
  expect(decodeRows(joinTiles(itemAt(path).tiles), 0, 1)).toEqual(rowsOf(path));
});

describe("3: a length that is no multiple of the window", () => {
  test("ends with the last row at its height", () => {
    expect(rowsOf("/uneven")).toEqual([...wholeRows(37), { number: 37, height: 53 }]);
    expect(itemAt("/uneven").item.verdict.kind).toBe("complete");
  });

  test("a page shorter than the window is one frame", () => {
    expect(rowsOf("/short").slice(0, 5)).toEqual(wholeRows(5));
    expect(itemAt("/short").frames).toHaveLength(1);
    expect(itemAt("/short").item.verdict.kind).toBe("complete");
  });
});

describe("4: a fixed header and a bubble in the corner", () => {
  test("the header is there once, every row after it whole", () => {
    const rows = rowsOf("/header-and-bubble");
    expect(rows.slice(0, 2)).toEqual([
      { number: null, height: 70 },
      { number: 0, height: 30 },
    ]);
    expect(rows.slice(2, 41)).toEqual(wholeRows(39, { from: 1 }));
  });

  test("the bubble is nowhere over the rows, and nothing in the page was changed", () => {
    const page = rebuildPage(itemAt("/header-and-bubble"));
    const inBubble = page.width - 420;
    for (let y = 80; y < 4_000; y += 5) expect(pixelAt(page, inBubble, y)).not.toEqual([197, 154, 107, 255]);
    expect(codesOf(itemAt("/header-and-bubble"))).not.toContain("elements-hidden");
    expect(seenOfUs["/header-and-bubble"]).toEqual([[], 0, null]);
  });
});

describe("5: a fixed footer and a wall over the whole window", () => {
  test("the wall is reported with how much it covers, and that it was hidden", () => {
    const { notes } = itemAt("/footer-and-wall").item.verdict;
    expect(notes).toContainEqual(expect.objectContaining({ code: "wall-in-front", detail: "100 %" }));
    expect(codesOf(itemAt("/footer-and-wall"))).toContain("elements-hidden");
  });

  test("the first frame shows the wall, another every row behind it", () => {
    const { frames } = itemAt("/footer-and-wall");
    const asSeen = frames[0] ?? expect.fail("no frame");
    expect(pixelAt(asSeen, 600, 300)).toEqual([111, 143, 163, 255]);
    expect(rowsOf("/footer-and-wall").slice(0, 30)).toEqual(wholeRows(30));
  });

  test("the page has its wall back", () => {
    const [changes, scrollY] = seenOfUs["/footer-and-wall"] as [string[], number];
    expect(new Set(changes)).toEqual(new Set(["DIV style"]));
    expect(scrollY).toBe(0);
  });
});

describe("6: headings that stick, and a sidebar that does", () => {
  const colours = [
    [170, 17, 17],
    [17, 170, 17],
    [17, 17, 170],
    [170, 170, 17],
  ] as const;

  test("each heading stands once, at its place", () => {
    const page = rebuildPage(itemAt("/headings"));
    const found = colours.map((colour) => runsOf(page.height, (y) => isColour(page, 650, { y, colour })));
    expect(found).toEqual(colours.map((_, index) => [{ y: index * 1_240, height: 40 }]));
  });

  test("every row is there once", () => {
    const numbers = rowsOf("/headings").filter(({ number }) => number !== null);
    expect(numbers).toEqual(wholeRows(48));
  });

  test("the sidebar is not repeated", () => {
    const page = rebuildPage(itemAt("/headings"));
    const runs = runsOf(page.height, (y) => isColour(page, page.width - 8, { y, colour: [170, 17, 170] }));
    expect(runs.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(300);
  });
});

describe("7: a header that hides on the way down", () => {
  test("leaves no ghost: every row after the first is whole", () => {
    const rows = rowsOf("/hiding-header");
    expect(rows.filter(({ number }) => number !== null).slice(1)).toEqual(wholeRows(39, { from: 1 }));
    expect(codesOf(itemAt("/hiding-header"))).not.toContain("elements-hidden");
  });
});

test("8: a fixed background and parallax are never simply complete, and no row is lost", () => {
  expect(rowsOf("/parallax").filter(({ number }) => number !== null)).toEqual(wholeRows(30));
  expect(itemAt("/parallax").item.verdict.kind).not.toBe("partial");
});

test("9: smooth scrolling makes no difference", () => {
  expect(rowsOf("/smooth")).toEqual(wholeRows(40));
  expect(itemAt("/smooth").item.verdict.kind).toBe("complete");
});

describe("10: slides that snap", () => {
  test("each slide is there once, without a change where it fits the window", () => {
    const { item } = itemAt("/slides");
    const height = item.picture?.frames[0]?.height ?? 0;
    expect(rowsOf("/slides")).toEqual(Array.from({ length: 8 }, (_, number) => ({ number, height })));
    // Slide meets slide: no two frames share a row by which their seam could be checked, and that is said.
    expect(new Set(codesOf(itemAt("/slides")))).toEqual(new Set(["seam-unchecked"]));
    expect(seenOfUs["/slides"]).toEqual([[], 0, null]);
  });

  test("slides longer than the window are followed without a change", () => {
    expect(rowsOf("/long-slides").map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(codesOf(itemAt("/long-slides")))).toEqual(new Set(["seam-unchecked"]));
  });

  test("where snapping leaves something out, it was switched off, said, and put back", () => {
    expect(rowsOf("/odd-slides").map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(codesOf(itemAt("/odd-slides"))).toEqual(["snapping-off"]);
    expect(seenOfUs["/odd-slides"]).toEqual([["HTML style", "HTML style"], 0, null]);
  });
});
