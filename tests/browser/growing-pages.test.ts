/** Fixtures 11 to 14, 20, 26 and 27: what loads late, appears while scrolling, grows, moves by itself or goes away. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pictureOf } from "../../src/evidence/evidence-item.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { codesOf, keepFixtures, setCaps } from "./kept-pages.ts";
import { decodeRows, numberedPicture, numberedRowsPage, rowScript, wholeRows } from "./numbered-rows.ts";
import type { OpenedItem } from "./opened-bundle.ts";
import { rebuildPage } from "./read-pixels.ts";

const pictures = 40;
/** The one whose server never answers. */
const silent = 33;

function lazyPictures(): string {
  const list = Array.from({ length: pictures }, (_, number) => {
    const address = `/lazy/${number}.svg`;
    return `<img src="${address}" loading="lazy" width="640" height="200" style="display:block">`;
  });
  return `<!doctype html><meta charset="utf-8"><style>html,body{margin:0}</style>${list.join("")}`;
}

const revealing = `<script>const watch = new IntersectionObserver((seen) => { for (const { isIntersecting, target } of seen)
  if (isIntersecting) target.style.opacity = 1; });
  for (const row of document.querySelectorAll(".row")) watch.observe(row);</script>`;

/** Ten rows more at every visit to the bottom, `pages` times in all. */
function feedPage(pages: number, delayMs: number): string {
  return numberedRowsPage({
    count: 10,
    after: `<script>${rowScript}
    let count = 10, isBusy = false;
    addEventListener("scroll", () => {
      if (isBusy || count >= ${pages * 10} || scrollY + innerHeight < document.documentElement.scrollHeight - 5) return;
      isBusy = true;
      setTimeout(() => {
        for (let more = 0; more < 10; more += 1, count += 1) document.body.append(numberedRow(count));
        isBusy = false;
      }, ${delayMs});
    });</script>`,
  });
}

const moving = `<style>@keyframes turn{to{transform:rotate(360deg)}}
  .stage{position:absolute;left:540px;width:150px}.spin{top:300px;height:150px;background:#c59a6b;animation:turn 1s linear infinite}</style>
  <div class="stage spin"></div><canvas class="stage" style="top:900px" width="150" height="150"></canvas>
  <input class="stage" style="top:20px;height:30px" autofocus>
  <script>const canvas = document.querySelector("canvas"), pen = canvas.getContext("2d"); let tick = 0;
  const draw = () => { tick += 1; pen.fillStyle = "hsl(" + (tick * 7) % 360 + " 50% 50%)";
    pen.fillRect(0, 0, 150, 150); requestAnimationFrame(draw); }; draw();</script>`;

/** When the window first passes 2,000 px, five rows at the top are taken away. */
const shrinking = `<script>let isDone = false; addEventListener("scroll", () => {
  if (isDone || scrollY < 2000) return; isDone = true;
  for (const row of [...document.querySelectorAll(".row")].slice(0, 5)) row.remove(); });</script>`;

const growing = 12;
const grownBy = 90;

/**
 * A row that grows in 12 drawn frames once the page is scrolled, by a rule in place of an attribute: nothing announces
 * it, so that it is seen only by comparing looks. The look before a shot is made within eight frames of the scroll, so
 * the one after it differs; a frame takes four drawn ones at least, so the third retake sees it grown.
 */
const growingRow = `<style>.row:nth-of-type(${growing + 1}){height:100px}</style><script>
  const { style } = document.styleSheets[1].cssRules[0]; let frames = 0;
  const grow = () => { frames += 1; style.height = 100 + Math.round(frames * ${grownBy} / 12) + "px";
    if (frames < 12) requestAnimationFrame(grow); };
  addEventListener("scroll", () => requestAnimationFrame(grow), { once: true });</script>`;

const hostileWorld = `<script>window.scrollTo = () => {}; Element.prototype.scrollTo = () => {};
  window.requestAnimationFrame = () => 0; Array.prototype.map = () => []; Array.prototype.filter = () => [];
  window.setTimeout = () => 0; Element.prototype.getBoundingClientRect = () => ({});
  Object.defineProperty(window, "scrollY", { get: () => 7 });</script>`;

let inBrowser: InBrowser;
let kept: Map<string, OpenedItem>;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const { pages } = inBrowser;
  for (let number = 0; number < pictures; number += 1) {
    const delayMs = number === silent ? null : 50 + ((number * 137) % 750);
    pages.putLate(`/lazy/${number}.svg`, numberedPicture(number), delayMs);
  }
  pages.put("/lazy", lazyPictures());
  pages.put(
    "/reveal",
    numberedRowsPage({ count: 40, style: ".row{opacity:0;transition:opacity .3s}", after: revealing }),
  );
  pages.put("/feed-200", feedPage(20, 60));
  pages.put("/feed-endless", feedPage(100_000, 60));
  pages.put("/growing-row", numberedRowsPage({ count: 30, after: growingRow }));
  pages.put("/moving", numberedRowsPage({ count: 30, after: moving }));
  pages.put("/shrinking", numberedRowsPage({ count: 60, after: shrinking }));
  pages.put("/hostile-world", numberedRowsPage({ count: 30, before: hostileWorld }));
  await setCaps(inBrowser, { feedMs: 4_000 });
  const endless = await keepFixtures(inBrowser, [{ path: "/feed-endless" }]);
  await setCaps(inBrowser, {});
  const others = ["/lazy", "/reveal", "/feed-200", "/growing-row", "/moving", "/shrinking", "/hostile-world"];
  kept = new Map([
    ...endless,
    ...(await keepFixtures(
      inBrowser,
      others.map((path) => ({ path })),
    )),
  ]);
}, 300_000);
afterAll(() => inBrowser.stop());

function itemAt(path: string): OpenedItem {
  return kept.get(path) ?? expect.fail(`no item for ${path}`);
}

function proofOf(path: string) {
  const { item } = itemAt(path);
  return (item.format === "keepleaf-item-1" ? null : item.proof) ?? expect.fail(`no proof for ${path}`);
}

function rowsOf(path: string) {
  return decodeRows(rebuildPage(itemAt(path)), 0, 1);
}

describe("11: forty pictures that load late", () => {
  test("all are there but the one that never comes", () => {
    const numbers = rowsOf("/lazy").filter(({ number }) => number !== null);
    const expected = Array.from({ length: pictures }, (_, number) => ({ number, height: 200 }));
    expect(numbers).toEqual(expected.filter(({ number }) => number !== silent));
  });

  test("that one is listed, with its place", () => {
    const { verdict } = itemAt("/lazy").item;
    expect(verdict.notes).toEqual([
      { code: "pending-images", box: { x: 0, y: silent * 200, width: 640, height: 200 } },
    ]);
    expect(verdict.kind).toBe("complete-with-notes");
  });
});

test("12: what fades in when it is scrolled to is seen faded in", () => {
  expect(rowsOf("/reveal")).toEqual(wholeRows(40));
  // On a busy machine a row may still fade where two frames meet: that is noted, and nothing else is.
  const { notes } = itemAt("/reveal").item.verdict;
  expect(notes.filter(({ code }) => code !== "unstable-seam")).toEqual([]);
});

describe("13: a feed without end", () => {
  test("ends by rule and says how far it came", () => {
    const { verdict } = itemAt("/feed-endless").item;
    expect(verdict.kind).toBe("partial");
    const [note] = verdict.notes.filter(({ code }) => code === "feed-truncated");
    expect(note?.detail).toMatch(/^\d{4,} px$/);
    expect(note?.box?.height).toBeGreaterThan(3_000);
    const ends = { state: "fails", surfaces: [{ first: "reached", last: "feed-truncated" }] };
    expect(proofOf("/feed-endless").ends).toMatchObject(ends);
  });

  test("every row up to there is whole", () => {
    const rows = rowsOf("/feed-endless").filter(({ number }) => number !== null);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.slice(0, -1)).toEqual(wholeRows(rows.length - 1));
  });
});

test("14: a feed of exactly 200 posts is complete, with a stable bottom", () => {
  expect(rowsOf("/feed-200")).toEqual(wholeRows(200));
  expect(itemAt("/feed-200").item.verdict).toEqual({ kind: "complete", notes: [] });
  expect(proofOf("/feed-200").ends).toMatchObject({
    state: "holds",
    surfaces: [{ first: "reached", last: "reached" }],
  });
});

test("20: a frame in which a row grew is taken again, and shows it as it was in the end", () => {
  const grown = wholeRows(30).map((row) =>
    row.number === growing ? { ...row, height: 100 + grownBy } : row,
  );
  expect(rowsOf("/growing-row")).toEqual(grown);
  expect(itemAt("/growing-row").item.verdict).toEqual({ kind: "complete", notes: [] });
  const { state, retakes, unstable } = proofOf("/growing-row").stability;
  expect({ state, unstable }).toEqual({ state: "holds", unstable: [] });
  expect(retakes).toBeGreaterThanOrEqual(1);
});

describe("26: what moves by itself", () => {
  test("costs no retakes, and everything around it is whole", () => {
    const { item } = itemAt("/moving");
    expect(rowsOf("/moving")).toEqual(wholeRows(30));
    const frames = item.picture?.frames ?? [];
    expect(frames.map(({ retakes, isUnstable }) => [retakes, isUnstable])).toEqual(
      frames.map(() => [0, false]),
    );
  });

  test("every frame says where", () => {
    const [first] = pictureOf(itemAt("/moving").item)?.frames ?? [];
    expect(first?.census.moving).toHaveLength(2);
  });
});

test("27: rows that go away on the way are said to, and nothing is made up in their place", () => {
  const { verdict } = itemAt("/shrinking").item;
  expect(verdict.kind).not.toBe("complete");
  expect(codesOf(itemAt("/shrinking"))).toContain("page-shrank");
  const numbers = rowsOf("/shrinking").flatMap(({ number }) => (number === null ? [] : [number]));
  expect(numbers.at(-1)).toBe(59);
});

test("a page that replaces scrolling, timers and lists with its own is kept all the same", () => {
  expect(rowsOf("/hostile-world")).toEqual(wholeRows(30));
  expect(itemAt("/hostile-world").item.verdict.kind).toBe("complete");
});
