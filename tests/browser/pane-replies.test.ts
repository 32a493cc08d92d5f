/** Answers in captured chat panes: who is quoted is never who writes, and the answered row is linked where the page says so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepPage } from "../../commands/browser/keep-page.ts";
import { type InBrowser, startInBrowser } from "./in-browser.ts";
import { packAndOpen } from "./opened-bundle.ts";

interface Message {
  sender: string | null;
  text: string;
  isEdited: boolean;
  isDeleted: boolean;
  quoted?: { sender: string | null; text: string; order: number | null };
}

let inBrowser: InBrowser;
let messages: Message[];
let asText: string;

beforeAll(async () => {
  inBrowser = await startInBrowser();
  const page = await inBrowser.open("/chat-replies.html");
  expect(await keepPage(inBrowser.keepleaf, page, "adult")).toMatchObject({ kind: "kept" });
  const { folder, verification } = await packAndOpen(inBrowser);
  expect(verification.findings).toEqual([]);
  const read = (name: string) => readFileSync(join(folder, "data/conversations/c0001", name), "utf8");
  messages = JSON.parse(read("pane-1-messages-001.json"));
  asText = read("pane-1.txt");
});
afterAll(() => inBrowser.stop());

type Sketch = [order: number, sender: string | null, text: string, quoted: Message["quoted"]];

const layouts: Record<string, Sketch> = {
  "Discord, the row is known": [
    2,
    "測試帳號乙",
    "第一則",
    { sender: "測試帳號甲", text: "第一則", order: 1 },
  ],
  "Telegram K, the row is known": [
    4,
    "測試帳號丁",
    "收到",
    { sender: "測試帳號丙", text: "電報一則", order: 3 },
  ],
  "Telegram A": [5, "測試帳號戊", "另一個電報", { sender: "測試帳號己", text: "早先的話", order: null }],
  WhatsApp: [6, "測試帳號庚", "回答的一行", { sender: "測試帳號辛", text: "引用的一行", order: null }],
  Messenger: [7, null, "新的訊息", { sender: null, text: "原先的訊息", order: null }],
  Instagram: [8, null, "謝謝", { sender: null, text: "先前的圖說", order: null }],
  "by shape": [9, "測試帳號子", "別家的回答", { sender: "測試帳號丑", text: "別家的引文", order: null }],
};

test.each(Object.entries(layouts))("%s", (_layout, [order, sender, text, quoted]) => {
  const message = messages[order - 1];
  expect([message?.sender, message?.quoted]).toEqual([sender, quoted]);
  expect(message?.text.split("\n")[0]?.replace(/ \(已編輯\)$/, "")).toBe(text);
});

test("what only sounds like an answer quotes nothing", () => {
  expect(messages).toHaveLength(11);
  for (const order of [1, 3, 10, 11]) expect(messages[order - 1]).not.toHaveProperty("quoted");
  expect(messages[9]?.text).toContain("這是內文");
});

test("edited and deleted are said where the row has a mark of its own", () => {
  expect(messages.flatMap(({ isEdited }, index) => (isEdited ? [index + 1] : []))).toEqual([2]);
  expect(messages.flatMap(({ isDeleted }, index) => (isDeleted ? [index + 1] : []))).toEqual([11]);
});

test("the text says whom each answers", () => {
  expect(asText).toContain("回覆第 1 則「第一則」");
  expect(asText).toContain("回覆測試帳號辛的「引用的一行」");
  expect(asText).toContain("回覆「原先的訊息」");
});
