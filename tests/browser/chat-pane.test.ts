/** A chat pane kept whole becomes a conversation on the item's screen: rows, their part of the picture, marks, and the bundle. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { openLibrary } from "../../commands/browser/pack-case.ts";
import { press } from "../../commands/browser/press.ts";
import { waitForScreen } from "../../commands/browser/watch-screen.ts";
import { barriersInEachLight } from "./barriers.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";

const rows = Array.from({ length: 24 }, (_, index) => {
  const name = index % 3 === 0 ? "測試帳號甲" : "測試帳號乙";
  const time = `2026-11-20T14:${String(index + 10)}:00.000Z`;
  const picture = index === 4 ? `<img src="/shape.svg" width="120" height="80">` : "";
  return `<div class="row" role="listitem"><img class="face" src="/shape.svg"><b class="sender">${name}</b>
    <time datetime="${time}">22:${index + 10}</time><p>訊息 ${index}</p>${picture}</div>`;
});
const chat = `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><title>和測試帳號乙的對話</title>
<style>html,body{margin:0;height:100%}#pane{height:100%;overflow-y:auto;background:#eef3ee}
.row{padding:12px 20px;border-bottom:1px solid #abc;font:16px/1.5 sans-serif}.face{width:32px;height:32px}</style>
<div id="pane" role="log">${rows.join("")}</div>`;

let inBrowser: InBrowser;
let library: Page;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  inBrowser.pages.put("/chat", chat, "text/html; charset=utf-8");
  inBrowser.pages.put(
    "/shape.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#c60"/></svg>',
  );
  const page = await inBrowser.open("/chat");
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  await page.close();
  library = await openLibrary(inBrowser.keepleaf);
  await waitForScreen(library, ["timeline"], 20);
  await press(library, "main [data-item-id]");
  await library.waitForSelector("[data-conversation=pane-1]");
});
afterAll(() => inBrowser.stop());

test("its rows are messages in order, with name, time and what is beside the words", async () => {
  const shown = await library.$$eval("[data-order]", (all) => all.map((row) => row.textContent ?? ""));
  expect(shown).toHaveLength(24);
  expect(shown[0]).toContain("測試帳號甲");
  expect(shown[23]).toMatch(/#24.*測試帳號乙.*22:33.*2026-11-20 14:33Z.*訊息 23/s);
  expect(shown.filter((row) => row.includes("〔圖片〕"))).toHaveLength(1);
  expect(shown[4]).toContain("〔圖片〕");
});

test("a message shows its own part of the picture when asked, and can be marked by keyboard", async () => {
  await press(library, '[data-order="5"] [data-action=show-row]');
  await library.waitForFunction(
    () => (document.querySelector(".row-picture img") as HTMLImageElement | null)?.naturalWidth,
    { polling: 100 },
  );
  await library.focus('[data-order="5"] [data-action=mark-message]');
  await library.keyboard.press("Enter");
  await library.waitForSelector('[data-order="5"].key');
  expect(await barriersInEachLight(library)).toEqual([]);
});

test("the bundle has the conversation and the key message, and verifies", async () => {
  const { folder, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  const read = (path: string) => readFileSync(join(folder, "data", path), "utf8");
  expect(read("conversations/c0001/pane-1.txt").match(/^#\d+　/gm)).toHaveLength(24);
  expect(read("report/paste-police.txt")).toMatch(/pane-1 #5　22:14.*測試帳號乙：訊息 4〔圖片〕/);
});
