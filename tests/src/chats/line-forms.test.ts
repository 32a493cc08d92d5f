/** Every form of LINE's text export seen in public: phone and computer, four languages, one to one and groups. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChatMessage, ParsedChat } from "../../../src/chats/chat-message.ts";
import { readLineExport } from "../../../src/chats/read-line-export.ts";

function read(...lines: string[]): ParsedChat {
  return readLineExport(lines.join("\n")) ?? expect.fail("not read as a LINE export");
}

function brief({ sender, text, kind, time }: ChatMessage): string {
  return `${time.range?.from.slice(0, 16) ?? "?"} ${kind} ${sender ?? "-"}: ${text}`;
}

const days = [
  ["2017/11/20（一）", "2017-11-20"],
  ["2016/5/8（週日）", "2016-05-08"],
  ["2026/01/30(金)", "2026-01-30"],
  ["2026/1/30周五", "2026-01-30"],
  ["2025.02.15 星期六", "2025-02-15"],
  ["2025.12.10 Wednesday", "2025-12-10"],
  ["R7/02/11(火)", "2025-02-11"],
  ["令和7年2月11日 火曜日", "2025-02-11"],
  ["2025年2月11日 星期二", "2025-02-11"],
  ["民國114/02/11（二）", "2025-02-11"],
  ["民國114年2月11日 星期二", "2025-02-11"],
  ["114/2/11（週二）", "2025-02-11"],
  ["114.02.11 Tuesday", "2025-02-11"],
  ["Fri, 1/30/2026", "2026-01-30"],
  ["Fri, 30/1/2026", "2026-01-30"],
] as const;

test.each(days)("the day %s", (line, day) => {
  expect(read(line, "12:30\t測試帳號甲\t早").messages[0]?.time.range?.from).toBe(`${day}T12:30:00.000`);
});

test("a year of three digits that the weekday does not bear out leaves the day unknown", () => {
  const { messages } = read("2026/01/30(金)", "12:30\tA\tx", "114/2/11（週三）", "12:31\tA\ty");
  expect(messages.map(brief)).toEqual(["2026-01-30T12:30 message A: x", "? message A: y"]);
});

test.each(["114/2/11", "25/2/11（二）"])("%s is what somebody wrote", (line) => {
  const { messages } = read("2026/01/30(金)", "12:30\tA\tx", line, "12:31\tA\ty");
  expect(messages.map(brief)).toEqual([
    `2026-01-30T12:30 message A: x\n${line}`,
    "2026-01-30T12:31 message A: y",
  ]);
});

test("a weekday that fits both numbers leaves the day unknown", () => {
  // 3 February and 2 March 2026 are both a Tuesday and a Monday: neither weekday fits twice; 5/5 is one day anyway.
  expect(read("Tue, 5/5/2026", "12:30\tA\tx").messages[0]?.time.range?.from).toBe("2026-05-05T12:30:00.000");
  expect(read("Mon, 1/10/2026", "12:30\tA\tx").messages[0]?.time.range).toBeNull();
});

const times = [
  ["上午12:05", "00:05"],
  ["下午12:05", "12:05"],
  ["午前0:05", "00:05"],
  ["午後0:05", "12:05"],
  ["午後3:20", "15:20"],
  ["07:18AM", "07:18"],
  ["7:18 PM", "19:18"],
  ["12:00am", "00:00"],
  ["22:00", "22:00"],
  ["下午22:00", "22:00"],
] as const;

test.each(times)("the time %s", (shown, time) => {
  const [message] = read("2026/01/30(金)", `${shown}\t測試帳號甲\t早`).messages;
  expect(message?.time).toMatchObject({ shown, range: { from: `2026-01-30T${time}:00.000` } });
});

const titles = [
  ["[LINE] 與測試帳號甲的聊天記錄", "測試帳號甲", false],
  ["[LINE] 測試群組的聊天記錄", "測試群組", true],
  ["[LINE] Chat history with Test Account", "Test Account", false],
  ["Chat history in Test Group", "Test Group", true],
  ["[LINE] テストとのトーク履歴", "テスト", false],
  ["[LINE] テスト組のトーク履歴", "テスト組", true],
] as const;

test.each(titles)("the title %s", (line, title, isGroup) => {
  expect(read(line, "", "2026/01/30(金)", "12:30\tA\tx")).toMatchObject({ title, isGroup });
});

describe("a message of several lines", () => {
  test("several lines in quotes are one message, with a time inside them too", () => {
    const { messages, notUnderstood } = read(
      "2026/01/30(金)",
      '12:30\t測試帳號甲\t"第一行',
      "",
      '他說 ""好""',
      '最後一行"',
      '12:31\t測試帳號乙\t"完整的一句"',
    );
    expect(messages.map(({ text }) => text)).toEqual(['第一行\n\n他說 "好"\n最後一行', '"完整的一句"']);
    expect(notUnderstood).toEqual([]);
  });

  test("a quote that never ends swallows nothing", () => {
    const { messages } = read("2026/01/30(金)", '12:30\tA\t"abc', "12:31\tB\tdef");
    expect(messages.map(({ text }) => text)).toEqual(['"abc', "def"]);
  });
});

describe("what a message is", () => {
  test("calls, placeholders, messages taken back, notices", () => {
    const { messages } = read(
      "2026/01/30(金)",
      "12:30\tA\t☎ 未接來電",
      "12:31\tA\t[照片]",
      "12:32\t\tA已收回訊息",
      "12:33\t\tA已加入群組",
      "12:34\tA\t我加入了[照片]裡的社團",
    );
    expect(messages.map(({ kind, isDeleted, attachments }) => [kind, isDeleted, attachments.length])).toEqual(
      [
        ["call", false, 0],
        ["message", false, 1],
        ["system", true, 0],
        ["system", false, 0],
        ["message", false, 0],
      ],
    );
  });

  test("from a computer: the title's name is known, another is the first word and says so", () => {
    const { messages } = read(
      "[LINE] 與Test Account A的聊天記錄",
      "儲存日期：2026/01/31 10:00",
      "",
      "2026.01.30 星期五",
      "12:30 Test Account A hello there",
      "第二行",
      "12:31 甲 你好",
      "12:32 甲已收回訊息",
    );
    expect(messages.map((message) => [brief(message), message.senderBasis])).toEqual([
      ["2026-01-30T12:30 message Test Account A: hello there\n第二行", "known-name"],
      ["2026-01-30T12:31 message 甲: 你好", "first-word"],
      ["2026-01-30T12:32 system -: 甲已收回訊息", "none"],
    ]);
  });
});

describe("what no message is", () => {
  test("lines before the first message that mean nothing are shown as not understood", () => {
    const chat = read("[LINE] 與甲的聊天記錄", "", "??", "2026/01/30(金)", "12:30\tA\tx");
    expect(chat.notUnderstood).toEqual([{ origin: 3, text: "??" }]);
    expect(chat.counted).toEqual({ unit: "lines", total: 5, understood: 4 });
  });

  test("a message before any day has its time but no date", () => {
    const [message] = read("[LINE] 與甲的聊天記錄", "12:30\tA\tx").messages;
    expect(message?.time).toEqual({ shown: "12:30", range: null, clock: "wall" });
  });
});

test.each(["", "hello", "12/9/20, 23:55 - Bob: hi", "name,text\nA,b"])("%j is no LINE export", (text) => {
  expect(readLineExport(text)).toBeNull();
});

describe("laws", () => {
  const name = fc.stringMatching(/^[A-Za-z測試帳號甲乙 ]{1,12}$/).filter((found) => found.trim() === found);
  const words = fc
    .string({ unit: fc.constantFrom(..."甲乙丙abc 12:、。👀"), minLength: 1, maxLength: 30 })
    .filter((text) => text.trim() === text && !/收回|加入/.test(text));
  const message = fc.record({ hour: fc.nat(23), minute: fc.nat(59), name, words });

  test("what was written as an export is read back in order, word for word", () => {
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 30 }), (list) => {
        const lines = list.map(
          (each) => `${two(each.hour)}:${two(each.minute)}\t${each.name}\t${each.words}`,
        );
        const chat = read(
          "[LINE] 與甲的聊天記錄",
          "儲存日期：2026/01/31 10:00",
          "",
          "2026/01/30(金)",
          ...lines,
        );
        expect(chat.messages.map(({ sender, text }) => [sender, text])).toEqual(
          list.map((each) => [each.name, each.words]),
        );
        expect(chat.notUnderstood).toEqual([]);
      }),
    );
  });

  test("whatever follows a title, every line is accounted for", () => {
    const line = fc.oneof(
      fc.constantFrom("2026/01/30(金)", '12:30\tA\t"x', 'y"', "", "12:31 B hello", "\t\t", "☎"),
      fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, " ")),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const { counted, notUnderstood, messages } = read("[LINE] 與甲的聊天記錄", ...lines);
        expect(counted.understood + notUnderstood.length).toBe(counted.total);
        const origins = messages.map(({ origin }) => origin);
        expect(origins).toEqual([...origins].sort((one, other) => one - other));
      }),
    );
  });
});

function two(number: number): string {
  return String(number).padStart(2, "0");
}
