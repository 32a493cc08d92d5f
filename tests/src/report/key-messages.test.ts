/** Key messages in tables and texts: one line a cell, the time as it stands and what it means, marks and attachments named. */
import { expect, test } from "vitest";
import { type ChatMessage, unknownMessage } from "../../../src/chats/chat-message.ts";
import { keyRow, keyRows } from "../../../src/report/key-messages.ts";
import { sampleSubject } from "./sample-subject.ts";

const message: ChatMessage = {
  ...unknownMessage,
  ...{ order: 7, origin: 12, sender: "測試帳號乙", senderBasis: "separated", isEdited: true },
  text: "第一行\n\n=第二行",
  attachments: [{ kind: "image", name: null }],
  time: {
    shown: "22:58",
    range: { from: "2026-11-20T22:58:00.000", to: "2026-11-20T22:58:59.999" },
    clock: "wall",
  },
};

test("a row has place, time as shown and as meant, sender, and words with what is beside them", () => {
  expect(keyRow("zh-TW", 3, { conversation: "chat-1", message })).toEqual([
    "3",
    "chat-1 #7",
    "22:58\n2026-11-20T22:58:00",
    "測試帳號乙",
    "第一行\n\n=第二行〔編輯過〕〔圖片〕",
  ]);
});

test("in a table every cell is one line; what nobody knows is called missing", async () => {
  const subject = await sampleSubject([{}]);
  const unknown = { ...message, sender: null, time: { shown: "", range: null, clock: "wall" as const } };
  const keyMessages = [message, unknown].map((each) => {
    return { conversation: "chat-1", message: each };
  });
  const rows = keyRows("zh-TW", {
    ...subject,
    items: subject.items.map((item) => ({ ...item, keyMessages })),
  });
  expect(rows.flat().filter((cell) => cell.includes("\n"))).toEqual([]);
  expect(rows[0]?.[4]).toBe("第一行 ／ =第二行〔編輯過〕〔圖片〕");
  expect(rows[1]?.slice(2, 4)).toEqual(["（缺）", "（缺）"]);
});
