/** Captured panes as conversations: what a row shows is told, what it does not show is not. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTranscript } from "../../../../src/capture/pane/transcript-file.ts";
import { ChatMessage } from "../../../../src/chats/chat-message.ts";
import { paneConversation } from "../../../../src/evidence/conversations/pane-conversation.ts";
import { moment } from "../../bundle/sample-item.ts";
import { type RowSketch, sampleTranscript, transcriptJson } from "./sample-transcript.ts";

const file = { name: "transcript-1.json", sha256: "0".repeat(64) };
const discord = "https://discord.com/channels/1/2";
const elsewhere = "https://chat.example/room/1";

function read(
  rows: readonly RowSketch[],
  url = elsewhere,
  gaps: { beforeRow: number; because: string }[] = [],
) {
  const seenAt = moment("2026-11-21T11:14:07.000Z");
  return paneConversation({ transcript: sampleTranscript(rows, gaps), file, url, seenAt });
}

const messagesOf = (...given: Parameters<typeof read>) => read(...given).chat.messages;

test("each row is a message in the order of the page, with its words alone and its place in the picture", () => {
  const conversation = read([
    { sender: "測試帳號乙", shown: "2026/11/20 22:58", text: "測試帳號乙\n2026/11/20 22:58\n你好\n第二行" },
    {
      sender: "測試帳號甲",
      shown: "22:59",
      text: "測試帳號甲 · 22:59\n\n不要",
      isWhole: false,
      frames: [1, 2],
    },
  ]);
  expect(conversation).toMatchObject({ id: "pane-1", surface: 1, file });
  expect(conversation.chat).toMatchObject({
    format: "pane",
    participants: ["測試帳號乙", "測試帳號甲"],
    counted: { unit: "rows", total: 2, understood: 2 },
    messages: [
      { order: 1, origin: 1, sender: "測試帳號乙", text: "你好\n第二行" },
      { order: 2, origin: 2, sender: "測試帳號甲", text: "不要" },
    ],
  });
  expect(conversation.places.get(2)).toEqual({
    row: 1,
    box: { x: 0, y: 40, width: 500, height: 40 },
    isWhole: false,
    frames: [1, 2],
  });
  for (const message of conversation.chat.messages) expect(ChatMessage.parse(message)).toEqual(message);
});

describe("a time", () => {
  test.each([
    ["2026-11-20T14:58:00.000Z", "22:58", "2026-11-20T14:58:00.000", "2026-11-20T14:58:00.000", "utc"],
    ["1795186680", "", "2026-11-20T14:58:00.000", "2026-11-20T14:58:00.999", "utc"],
    [undefined, "2026年11月20日 下午10:58", "2026-11-20T22:58:00.000", "2026-11-20T22:58:59.999", "wall"],
    [undefined, "昨天 22:58", "2026-11-20T14:58:00.000", "2026-11-20T14:58:59.999", "utc"],
    [undefined, "3 分鐘前", "2026-11-21T11:10:06.000", "2026-11-21T11:11:36.000", "utc"],
  ])("%s, shown as %s, is a range", (machine, shown, ...[from, to, clock]) => {
    const [message] = messagesOf([{ ...(machine && { machine }), shown, text: "a" }]);
    expect(message?.time).toEqual({ shown: shown || machine, range: { from, to }, clock });
  });

  test.each(["22:58", "下午 10:58", "11/12/2026 22:58", "星期五", "2026/13/45 22:58"])(
    "%s alone names no day, and none is made up",
    (shown) => {
      const [message] = messagesOf([{ shown, text: "a" }]);
      expect(message?.time).toEqual({ shown, range: null, clock: "wall" });
    },
  );
});

const group: RowSketch[] = [
  { sender: "測試帳號乙", shown: "昨天 22:58", text: "一" },
  { shown: "22:59", text: "二" },
  { text: "2026年11月21日" },
  { sender: "測試帳號甲", shown: "23:01", text: "三" },
  { shown: "23:02", text: "四" },
];

describe("a name of a group", () => {
  test("goes on to the rows of its group where a site names every group, and says so", () => {
    const named = messagesOf(group, discord).map(({ sender, senderBasis }) => [sender, senderBasis]);
    expect(named).toEqual([
      ["測試帳號乙", "separated"],
      ["測試帳號乙", "inherited"],
      [null, "none"],
      ["測試帳號甲", "separated"],
      ["測試帳號甲", "inherited"],
    ]);
  });

  test("does not go across a gap", () => {
    const [, second] = messagesOf(group, discord, [{ beforeRow: 1, because: "no-common-row" }]);
    expect(second).toMatchObject({ sender: null, senderBasis: "none" });
  });

  test.each([
    elsewhere,
    "https://discord.com.evil.example/",
    "https://web.telegram.org/k/",
    "not an address",
  ])("goes nowhere at %s: one's own messages may bear none", (url) => {
    expect(messagesOf(group, url).map(({ sender }) => sender)).toEqual([
      "測試帳號乙",
      null,
      null,
      "測試帳號甲",
      null,
    ]);
  });
});

describe("a name", () => {
  test("that stands in no row is in no message, whatever the rows are", () => {
    const rows = fc.array(
      fc.record({
        sender: fc.option(fc.constantFrom("甲", "乙")),
        text: fc.string({ maxLength: 20 }),
        shown: fc.constantFrom("", "22:58", "昨天"),
      }),
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(discord, elsewhere), (given, url) => {
        const messages = messagesOf(given, url);
        expect(messages).toHaveLength(given.length);
        const names = new Set<string | null>(given.map(({ sender }) => sender));
        for (const { sender } of messages) expect(sender === null || names.has(sender)).toBe(true);
      }),
    );
  });
});

test("what is beside the words is named, what was taken back or edited is marked", () => {
  const messages = messagesOf([
    { text: "看這個", media: ["image", "video"] },
    { text: "此訊息已刪除" },
    { text: "改好了（已編輯）" },
  ]);
  expect(messages).toMatchObject([
    {
      attachments: [
        { kind: "image", name: null },
        { kind: "video", name: null },
      ],
      isDeleted: false,
    },
    { isDeleted: true },
    { isEdited: true },
  ]);
});

describe("an answer", () => {
  const answer = (messageId: string | null) => ({
    sender: "測試帳號乙",
    shown: "22:59",
    text: "測試帳號甲\n你好\n測試帳號乙\n22:59\n你好",
    reply: { sender: "測試帳號甲", text: "你好", messageId },
  });

  test("is linked by the page's own number, and what it quotes is no word of it", () => {
    const [, second] = messagesOf([{ sender: "測試帳號甲", text: "你好", messageId: "100" }, answer("100")]);
    expect(second).toMatchObject({
      sender: "測試帳號乙",
      text: "你好",
      replyTo: "100",
      quoted: { sender: "測試帳號甲", text: "你好", order: 1 },
    });
    expect(ChatMessage.parse(second)).toEqual(second);
  });

  test.each([
    ["the same words alone", [{ text: "你好" }], null],
    ["a number that no row has", [{ text: "你好", messageId: "7" }], "100"],
    [
      "a number that two rows have",
      [
        { text: "a", messageId: "100" },
        { text: "b", messageId: "100" },
      ],
      "100",
    ],
  ] as const)("%s link nothing", (_name, rows, messageId) => {
    expect(messagesOf([...rows, answer(messageId)]).at(-1)?.quoted?.order).toBeNull();
  });

  test("rows without one read as they always did", () => {
    expect(messagesOf([{ text: "一" }])[0]).not.toHaveProperty("quoted");
  });
});

test("a gap stands before the message behind it", () => {
  expect(
    read([{ text: "一" }, { text: "二" }], elsewhere, [{ beforeRow: 1, because: "no-common-row" }]).gaps,
  ).toEqual([{ before: 2, because: "no-common-row" }]);
});

test("a transcript is read as it was written, and nothing else is taken for one", () => {
  const transcript = sampleTranscript([{ text: "一" }]);
  expect(readTranscript(transcriptJson(transcript))).toEqual(transcript);
  for (const other of [
    "",
    "{",
    "[]",
    '{"format":"keepleaf-transcript-1"}',
    transcriptJson(transcript).replace("-1", "-9"),
  ])
    expect(readTranscript(other)).toBeNull();
});
