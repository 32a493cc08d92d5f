/** WhatsApp's text export: every order of day and month, names with colons, and what is asked instead of guessed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ParsedChat } from "../../../src/chats/chat-message.ts";
import { readWhatsappExport } from "../../../src/chats/read-whatsapp-export.ts";

function read(...lines: string[]): ParsedChat {
  const reading = readWhatsappExport(lines.join("\n"), null);
  return reading?.kind === "parsed" ? reading.chat : expect.fail(`read as ${reading?.kind}`);
}

const stamps = [
  ["[2020/12/9 下午11:55:01] ", "2020-12-09T23:55:01.000"],
  ["2020/12/9 下午11:55 - ", "2020-12-09T23:55:00.000"],
  ["2020/12/09 23:55 - ", "2020-12-09T23:55:00.000"],
  ["[25.12.20, 23:55:01] ", "2020-12-25T23:55:01.000"],
  ["25-12-2020 23:55 - ", "2020-12-25T23:55:00.000"],
  ["12/25/20, 11:55\u202fPM - ", "2020-12-25T23:55:00.000"],
  ["12/25/20, 12:05 a.m. - ", "2020-12-25T00:05:00.000"],
  ["2020-12-25, 11:55 p.m. - ", "2020-12-25T23:55:00.000"],
  ["\u200e[3/27/2565 BE, 21:41:35] ", "2022-03-27T21:41:35.000"],
  ["[3/27/R4, 21:41:35] ", "2022-03-27T21:41:35.000"],
  ["[令和4年3月27日 21:41:35] ", "2022-03-27T21:41:35.000"],
  ["[27/3/H30, 21:41:35] ", "2018-03-27T21:41:35.000"],
  ["7/28/16, 4:56:55 PM: ", "2016-07-28T16:56:55.000"],
] as const;

test.each(stamps)("%j", (stamp, from) => {
  const { messages } = read(`${stamp}測試帳號甲: 你好`, `${stamp}測試帳號乙: 好`);
  expect(messages[0]).toMatchObject({ sender: "測試帳號甲", text: "你好", time: { range: { from } } });
  expect(messages[0]?.time.shown).not.toMatch(/[\u200e[\]]/);
});

describe("which number is the month", () => {
  test("one day after the twelfth tells the whole file", () => {
    const { messages } = read("1/2/20, 10:00 - A: x", "13/2/20, 10:00 - A: y");
    expect(messages[0]?.time.range?.from).toBe("2020-02-01T10:00:00.000");
  });

  test("30/2 is in no calendar, so 2/30 it is not either", () => {
    expect(readWhatsappExport("30/2/20, 10:00 - A: x", null)).toEqual({ kind: "no-day-order" });
  });

  test("a file that contradicts itself is not read", () => {
    expect(readWhatsappExport("13/2/20, 10:00 - A: x\n2/13/20, 10:00 - A: y", null)).toEqual({
      kind: "no-day-order",
    });
  });

  test("an answer counts only where the file leaves it open", () => {
    expect(readWhatsappExport("13/2/20, 10:00 - A: x", "month-day-year")).toMatchObject({ kind: "parsed" });
    expect(readWhatsappExport("1/2/20, 10:00 - A: x", null)).toMatchObject({ kind: "ask-day-order" });
  });

  test("law: no file is read in an order that a day of it refutes", () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), (days) => {
        const text = days.map(([date, month]) => `${date}/${month}/2021, 10:00 - A: x`).join("\n");
        const reading = readWhatsappExport(text, null);
        if (reading?.kind === "parsed" && days.some(([date]) => date > 12)) {
          const found = reading.chat.messages.map(({ time }) => Number(time.range?.from.slice(8, 10)));
          expect(found).toEqual(days.map(([date]) => date));
        }
        if (days.every(([date, month]) => date <= 12 && month <= 12))
          expect(reading?.kind).toBe("ask-day-order");
      }),
    );
  });
});

describe("names and words", () => {
  const at = "13/2/2020, 10:00 - ";

  test("a name with a colon is taken whole where every line of it shows it", () => {
    const { messages } = read(`${at}Dr: Who: a`, `${at}Dr: Who: b: c`, `${at}Dr: Who: d`);
    expect(messages.map(({ sender, text }) => [sender, text])).toEqual([
      ["Dr: Who", "a"],
      ["Dr: Who", "b: c"],
      ["Dr: Who", "d"],
    ]);
  });

  test("a colon in the words is no name", () => {
    const { messages } = read(`${at}Bob: note: a`, `${at}Bob: note: b`, `${at}Bob: hi`);
    expect(messages.map(({ sender }) => sender)).toEqual(["Bob", "Bob", "Bob"]);
  });

  test("a group's name in a notice is nobody's words", () => {
    const [notice] = read(`${at}Alice changed the subject from "a" to "b: c"`, `${at}Alice: x`).messages;
    expect(notice).toMatchObject({ kind: "system", sender: null });
  });

  test("an empty message keeps its sender; lines and blank lines after it are its words", () => {
    const { messages, counted } = read(`${at}Bob: `, "", "more", `${at}Bob:`);
    expect(messages.map(({ text }) => text)).toEqual(["\n\nmore", ""]);
    expect(counted).toEqual({ unit: "lines", total: 4, understood: 4 });
  });

  test("media, deleted and edited messages", () => {
    const { messages } = read(
      `${at}A: \u200eIMG-1.jpg (file attached)`,
      `${at}A: <attached: 00000012-STICKER-2020.webp>`,
      `${at}A: 您已刪除此訊息`,
      `${at}A: hello <This message was edited>`,
      `${at}A: 圖片已略過`,
    );
    expect(messages.map(({ attachments }) => attachments[0] ?? null)).toEqual([
      { kind: "image", name: "IMG-1.jpg" },
      { kind: "sticker", name: "00000012-STICKER-2020.webp" },
      null,
      null,
      { kind: "image", name: null },
    ]);
    expect(messages.map(({ isDeleted, isEdited }) => [isDeleted, isEdited])[2]).toEqual([true, false]);
    expect(messages[3]?.isEdited).toBe(true);
  });
});

test.each(["", "hello", "[LINE] 與甲的聊天記錄\n", "2020-01-01 note"])("%j is no WhatsApp export", (text) => {
  expect(readWhatsappExport(text, null)).toBeNull();
});

test("law: every line is accounted for, whatever the text", () => {
  const line = fc.oneof(
    fc.constantFrom(
      "13/2/2020, 10:00 - A: x",
      "[13/2/2020, 10:00:00] B: y",
      "",
      "tail",
      "13/2/2020, 10:01 - notice",
    ),
    fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, " ")),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const reading = readWhatsappExport(lines.join("\n"), "day-month-year");
      if (reading?.kind !== "parsed") return;
      const { counted, notUnderstood, messages } = reading.chat;
      expect(counted.understood + notUnderstood.length).toBe(counted.total);
      expect(messages.every(({ time }) => time.range !== null)).toBe(true);
    }),
  );
});
