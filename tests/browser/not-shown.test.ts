/** What a page holds back, covers or fails to show is listed with its place; a page that holds nothing back has no notes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { codesOf, keepFixtures } from "./kept-pages.ts";
import type { OpenedItem } from "./opened-bundle.ts";

const style = `<style>body{margin:0;font:16px sans-serif}section{position:absolute;left:0;width:400px;height:60px;overflow:clip}
  .clamped{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden}
  .blurred{filter:blur(12px);background:#c59a6b;width:300px;height:50px}video{width:200px;height:50px}</style>`;

/** One each, 100 px apart, in the order of this list. */
const heldBack = [
  ["hidden-text", "<details><summary>劇情</summary>摺起來的字</details>"],
  ["hidden-text", "<p>很長的一段<button>…更多</button></p>"],
  ["hidden-text", '<a role="button" href="#">查看另外 12 則回覆</a>'],
  ["hidden-text", "<span role=button>See more</span>"],
  ["hidden-text", `<div class="clamped" style="width:100px">${"這一段被截斷了。".repeat(9)}</div>`],
  ["covered-media", '<div class="blurred"></div>'],
  ["covered-media", "<button>這則貼文可能包含敏感內容</button>"],
  ["covered-media", '<span class="md-spoiler-text">暗處</span>'],
  ["broken-images", '<img src="/no-such-picture.png" width="50" height="50">'],
  ["blank-video", '<video controls src="/no-such-film.mp4"></video>'],
] as const;

const open = [
  "<details open><summary>攤開的</summary>看得到的字</details>",
  '<nav><a href="#">更多</a> <a href="#">More</a> <a href="#">顯示設定</a></nav>',
  "<p>這篇文章可能包含作者的意見，但沒有什麼要掀開。</p>",
  '<div class="clamped" style="width:300px">短</div>',
  '<img src="/marker.png" width="50" height="50">',
  '<video poster="/marker.png"></video>',
];

function pageOf(parts: readonly string[]): string {
  const placed = parts.map((part, index) => `<section style="top:${index * 100}px">${part}</section>`);
  return `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8">${style}${placed.join("")}`;
}

let inBrowser: InBrowser;
let kept: Map<string, OpenedItem>;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/held-back", pageOf(heldBack.map(([, part]) => part)));
  inBrowser.pages.put("/open", pageOf(open));
  kept = await keepFixtures(inBrowser, [{ path: "/held-back" }, { path: "/open" }]);
});
afterAll(() => inBrowser.stop());

test("everything that is held back is listed once, at its place", () => {
  const { notes } = kept.get("/held-back")?.item.verdict ?? expect.fail("no item");
  const listed = notes.map(({ code, box }) => [code, Math.floor((box?.y ?? -1) / 100)] as const);
  const expected = heldBack.map(([code], index) => [code, index] as const);
  const byPlace = (one: readonly [string, number], other: readonly [string, number]) => one[1] - other[1];
  expect(listed.toSorted(byPlace)).toEqual(expected);
});

test("a page that holds nothing back has nothing noted", () => {
  expect(codesOf(kept.get("/open") ?? expect.fail("no item"))).toEqual([]);
});
