/** Chat exports nobody here wrote parse to what their makers say is in them (tests/chats/exports/SOURCES.md). */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importedJsonLimits, readExactJson } from "../../../src/base/exact-json.ts";
import type { ParsedChat } from "../../../src/chats/chat-message.ts";
import { ParsedChat as ParsedChatSchema } from "../../../src/chats/chat-message.ts";
import { readDiscordExport } from "../../../src/chats/read-discord-export.ts";
import { readLineExport } from "../../../src/chats/read-line-export.ts";
import { readMessengerExport } from "../../../src/chats/read-messenger-export.ts";
import { readTelegramExport } from "../../../src/chats/read-telegram-export.ts";
import { readWhatsappExport } from "../../../src/chats/read-whatsapp-export.ts";
import type { DayOrder } from "../../../src/chats/whatsapp-days.ts";

function text(name: string): string {
  return readFileSync(new URL(`../../chats/exports/${name}`, import.meta.url), "utf8");
}

function json(name: string) {
  return readExactJson(text(name), importedJsonLimits)?.value ?? null;
}

function whatsapp(name: string, answered: DayOrder | null = null): ParsedChat {
  const reading = readWhatsappExport(text(name), answered);
  return reading?.kind === "parsed" ? reading.chat : expect.fail(`read as ${reading?.kind}`);
}

function perSender({ messages }: ParsedChat): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { sender } of messages) counts[sender ?? "-"] = (counts[sender ?? "-"] ?? 0) + 1;
  return counts;
}

function isWhole(chat: ParsedChat): void {
  expect(ParsedChatSchema.parse(chat)).toEqual(chat);
  expect(chat.counted.understood + chat.notUnderstood.length).toBe(chat.counted.total);
}

test("LINE, zh-TW: 53 messages on 3 days, both clocks", () => {
  const chat = readLineExport(text("line-zh-TW.txt")) ?? expect.fail("not read");
  isWhole(chat);
  expect(chat).toMatchObject({
    title: "User1",
    isGroup: false,
    savedAtShown: "2020/02/12 02:42",
    notUnderstood: [],
  });
  expect(chat.messages).toHaveLength(53);
  expect(perSender(chat)).toEqual({ User1: 25, User2: 28 });
  expect(chat.messages[0]).toMatchObject({
    sender: "User1",
    text: "testing",
    time: { range: { from: "2017-11-20T16:46:00.000", to: "2017-11-20T16:46:59.999" }, clock: "wall" },
  });
  expect(chat.messages.at(-1)).toMatchObject({
    sender: "User1",
    text: "[貼圖]",
    attachments: [{ kind: "sticker", name: null }],
    time: { range: { from: "2016-05-08T23:25:00.000" } },
  });
  const days = new Set(chat.messages.map(({ time }) => time.range?.from.slice(0, 10)));
  expect(days.size).toBe(3);
});

test("WhatsApp, Android, day first: 60 entries, 13 lines that go on", () => {
  const chat = whatsapp("whatsapp-android-en-media.txt");
  isWhole(chat);
  expect(perSender(chat)).toEqual({ "-": 1, "Dmitry S": 51, Elon: 8 });
  expect(chat.counted).toEqual({ unit: "lines", total: 73, understood: 73 });
  expect(chat.messages[0]).toMatchObject({
    kind: "system",
    time: { range: { from: "2022-03-23T13:31:00.000" } },
  });
  const attached = chat.messages.find(({ text: words }) =>
    words.startsWith("IMG-20220323-WA0002.jpg (file attached)\n"),
  );
  expect(attached?.attachments).toEqual([{ kind: "image", name: "IMG-20220323-WA0002.jpg" }]);
  expect(chat.messages.filter(({ isDeleted }) => isDeleted).length).toBeGreaterThan(0);
});

test("WhatsApp, a file that fits both orders is asked, and read as answered", () => {
  const asked = readWhatsappExport(text("whatsapp-android-group-short.txt"), null);
  expect(asked).toMatchObject({
    kind: "ask-day-order",
    orders: [
      { order: "day-month-year", first: { range: { from: "2020-09-12T23:55:00.000" } } },
      { order: "month-day-year", first: { range: { from: "2020-12-09T23:55:00.000" } } },
    ],
  });
  const chat = whatsapp("whatsapp-android-group-short.txt", "month-day-year");
  isWhole(chat);
  expect(perSender(chat)).toEqual({ "-": 3, Bob: 2, Eve: 2, Alice: 3, Mallory: 2, Trent: 2 });
  expect(chat.messages.at(-1)).toMatchObject({
    sender: "Trent",
    text: "heh",
    time: { shown: "12/9/20, 23:56", range: { from: "2020-12-09T23:56:00.000" } },
  });
});

test("WhatsApp, nearly all notices: 16 without a sender", () => {
  const chat = whatsapp("whatsapp-android-group-system-lines.txt", "day-month-year");
  isWhole(chat);
  expect(perSender(chat)).toEqual({ "-": 16, "Dmitry S": 4 });
});

test("WhatsApp, iPhone, Buddhist calendar: years less 543", () => {
  const chat = whatsapp("whatsapp-ios-en-buddhist-calendar.txt");
  isWhole(chat);
  expect(perSender(chat)).toEqual({ "Elon Musk": 4, "Dmitry S": 24 });
  expect(chat.messages[1]?.time).toEqual({
    shown: "3/27/2565 BE, 21:41:35",
    range: { from: "2022-03-27T21:41:35.000", to: "2022-03-27T21:41:35.999" },
    clock: "wall",
  });
  expect(chat.messages[11]?.attachments).toEqual([{ kind: "file", name: "Some file.txt" }]);
});

test("Messenger: newest first in the file, oldest first here", () => {
  const chat = readMessengerExport(json("messenger-message_1.json")) ?? expect.fail("not read");
  isWhole(chat);
  expect(chat.messages).toHaveLength(7);
  expect(chat.messages.at(-1)).toMatchObject({
    sender: "Alice",
    text: "Hello",
    origin: 1,
    time: { shown: "1415147732056" },
  });
  expect(chat.messages.flatMap(({ attachments }) => attachments.map(({ kind }) => kind)).sort()).toEqual([
    "audio",
    "file",
    "image",
    "sticker",
  ]);
});

test("Telegram: 6 messages and 2 notices, times of three kinds", () => {
  const [chat] = readTelegramExport(json("telegram-result.json")) ?? [];
  if (!chat) return expect.fail("not read");
  isWhole(chat);
  expect(chat.messages.filter(({ kind }) => kind === "message")).toHaveLength(6);
  expect(chat.messages.map(({ kind }) => kind).filter((kind) => kind !== "message")).toEqual([
    "system",
    "call",
  ]);
  const byId = new Map(chat.messages.map((message) => [message.messageId, message]));
  expect(byId.get("3645")).toMatchObject({
    sender: "Alice",
    senderId: "user300000000",
    text: "hello world",
    time: { clock: "wall", range: { from: "2022-03-08T13:07:42.000" } },
  });
  expect(byId.get("3662")).toMatchObject({
    senderId: "user700000000",
    text: "world?",
    time: { shown: "1652135033", clock: "utc" },
  });
  expect(byId.get("3644")?.text).toBe("https://google.com 👀");
});

test("Discord: 6 entries, 3 of them somebody's words", () => {
  const chat = readDiscordExport(json("discord-group.json")) ?? expect.fail("not read");
  isWhole(chat);
  expect(chat.messages).toHaveLength(6);
  const words = chat.messages.filter(({ kind }) => kind === "message");
  expect(words.map(({ messageId, senderId, sender }) => [messageId, senderId, sender])).toEqual([
    ["1064990824305274930", "333333333333333333", "not a plant"],
    ["1064991070322180096", "222222222222222222", "lombi"],
    ["530805779645595660", "111111111111111111", "mlomb"],
  ]);
  expect(words[0]?.time.range?.from).toBe("2023-01-17T19:33:19.087");
});
