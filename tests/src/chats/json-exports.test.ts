/** JSON exports that are odd, damaged or hostile: what cannot be read is shown and counted, nothing is made up. */
import { describe, expect, test } from "vitest";
import { type ExactJson, importedJsonLimits, readExactJson } from "../../../src/base/exact-json.ts";
import { readDiscordExport } from "../../../src/chats/read-discord-export.ts";
import { readMessengerExport } from "../../../src/chats/read-messenger-export.ts";
import { readTelegramExport } from "../../../src/chats/read-telegram-export.ts";
import { repairedText } from "../../../src/chats/repair-text.ts";

function json(value: unknown): ExactJson {
  return readExactJson(JSON.stringify(value), importedJsonLimits)?.value ?? null;
}

describe("text stored as Latin-1", () => {
  test("is repaired as a view, and stays as it was beside it", () => {
    const inFile = String.fromCharCode(...new TextEncoder().encode("你好 👀"));
    const chat = readMessengerExport(
      json({
        participants: [{ name: String.fromCharCode(...new TextEncoder().encode("測試帳號甲")) }],
        messages: [{ sender_name: "B", timestamp_ms: 1415147732056, content: inFile }],
      }),
    );
    expect(chat?.participants).toEqual(["測試帳號甲", "B"]);
    expect(chat?.messages[0]).toMatchObject({ text: "你好 👀", textInFile: inFile });
  });

  test.each(["plain", "你好", "caf\u00e9", "\u00ff\u00fe"])("%j is left alone", (text) => {
    expect(repairedText(text)).toBeNull();
  });
});

test("an entry without a time or a sender is shown, not guessed", () => {
  const chat = readMessengerExport(
    json({
      participants: [],
      messages: [
        { sender_name: "A", timestamp_ms: 1415147732056 },
        { sender_name: "A" },
        { timestamp_ms: 1 },
        7,
      ],
    }),
  );
  expect(chat?.messages).toHaveLength(1);
  expect(chat?.notUnderstood.map(({ origin }) => origin)).toEqual([2, 3, 4]);
  expect(chat?.counted).toEqual({ unit: "entries", total: 4, understood: 1 });
});

test("unsent messages and calls are said to be such", () => {
  const base = { sender_name: "A", timestamp_ms: 1415147732056 };
  const chat = readMessengerExport(
    json({
      participants: [],
      messages: [
        { ...base, is_unsent: true },
        { ...base, call_duration: 3 },
      ],
    }),
  );
  expect(chat?.messages.map(({ kind, isDeleted }) => [kind, isDeleted]).sort()).toEqual([
    ["call", false],
    ["message", true],
  ]);
});

test("Telegram: all chats of an account, replies, edits, big numbers", () => {
  const text = `{"chats":{"list":[{"name":"g","type":"private_supergroup","id":9007199254740993,"messages":[
    {"id":1,"type":"message","date":"2024-02-29T10:00:00","from":"A","from_id":"user9007199254740993","text":"x",
     "edited":"2024-02-29T10:01:00","reply_to_message_id":9007199254740995},
    {"id":2,"type":"message","date":"2023-02-29T10:00:00","text":"no such day"}]}]}}`;
  const [chat] = readTelegramExport(readExactJson(text, importedJsonLimits)?.value ?? null) ?? [];
  expect(chat?.messages).toHaveLength(1);
  expect(chat?.messages[0]).toMatchObject({
    senderId: "user9007199254740993",
    isEdited: true,
    replyTo: "9007199254740995",
    time: { clock: "wall" },
  });
  expect(chat).toMatchObject({ isGroup: true, counted: { total: 2, understood: 1 } });
});

test("Discord: an offset is taken off the time", () => {
  const chat = readDiscordExport(
    json({
      guild: {},
      channel: { type: "DirectTextChat", name: "c" },
      messages: [
        {
          id: "1",
          type: "Reply",
          timestamp: "2024-01-01T08:00:00.5+08:00",
          content: "x",
          author: { id: "2", name: "A" },
          reference: { messageId: "0" },
        },
      ],
    }),
  );
  expect(chat?.messages[0]).toMatchObject({
    replyTo: "0",
    time: { range: { from: "2024-01-01T00:00:00.500" } },
  });
  expect(chat?.isGroup).toBe(false);
});

test.each([null, 1, "x", [], {}, { messages: [] }, { participants: 1, messages: 2 }, { chats: {} }])(
  "%j is none of them",
  (value) => {
    const read = json(value);
    expect([readMessengerExport(read), readTelegramExport(read), readDiscordExport(read)]).toEqual([
      null,
      null,
      null,
    ]);
  },
);

test("a part of an export without its head is read where its entries look the part, and is said to be neither", () => {
  const messenger = readMessengerExport(
    json({ messages: [{ sender_name: "A", timestamp_ms: 1579294140000, content: "x" }] }),
  );
  expect([messenger?.participants, messenger?.isGroup]).toEqual([["A"], null]);
  const telegram = readTelegramExport(
    json({ messages: [{ type: "message", date_unixtime: "1544006350", from: "A", text: "x" }] }),
  );
  expect(telegram?.map(({ messages, isGroup }) => [messages.length, isGroup])).toEqual([[1, null]]);
  for (const other of [
    { messages: [] },
    { messages: [{ text: "x" }] },
    { messages: [{ type: "message" }] },
  ]) {
    expect(readMessengerExport(json(other))).toBeNull();
    expect(readTelegramExport(json(other))).toBeNull();
  }
});
