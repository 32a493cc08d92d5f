/** What is taken of chosen files and what is not: each refusal has its own code, and a case that hides pictures takes none. */
import { expect, test } from "vitest";
import { importRefusals, type ImportRefusal } from "../../../../src/evidence/imports/import-limits.ts";
import { type ChosenFile, lookAtFile } from "../../../../src/evidence/imports/look-at-file.ts";
import { say, type WordKey } from "../../../../src/words/say.ts";
import type { RawEntry } from "../../verify/raw-zip.ts";
import { chosen, drawnShape, exported, looking, zipped } from "./chosen-files.ts";

const lineChat =
  "[LINE] 與測試帳號乙的聊天記錄\n儲存日期：2026/11/21 19:00\n\n2026/11/20（五）\n22:58\t測試帳號乙\t你好\n";
const whatsappChat = "[20/11/2026, 22:58:01] 測試帳號乙: 你好\n[20/11/2026, 22:59:10] 測試帳號甲: 不要\n";
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0"));

test.each([
  ["line-zh-TW.txt", "line", 53],
  ["whatsapp-android-en-media.txt", "whatsapp", 60],
  ["whatsapp-ios-en-buddhist-calendar.txt", "whatsapp", 28],
  ["messenger-message_1.json", "messenger", 7],
  ["telegram-result.json", "telegram", 8],
  ["discord-group.json", "discord", 6],
])("%s is a conversation, also where pictures are hidden", async (name, format, messages) => {
  for (const isMasked of [true, false]) {
    const look = await lookAtFile(looking(isMasked), exported(name));
    if (look.kind !== "chat") return expect.fail(look.kind);
    const [chat] = look.chats;
    expect(chat).toMatchObject({ format });
    expect(chat?.messages).toHaveLength(messages);
    expect((chat?.counted.understood ?? 0) + (chat?.notUnderstood.length ?? 0)).toBe(chat?.counted.total);
  }
});

test("a file that fits two orders of day and month is asked about, and read as answered", async () => {
  const file = exported("whatsapp-android-group-short.txt");
  const asked = await lookAtFile(looking(true), file);
  expect(asked).toMatchObject({ kind: "ask-day-order", orders: [{ order: "day-month-year" }, {}] });
  const answered = await lookAtFile(looking(true), file, "month-day-year");
  expect(answered).toMatchObject({ kind: "chat", dayOrder: "month-day-year" });
});

const chatZip = (...more: RawEntry[]) =>
  zipped("chat.zip", [{ name: "_chat.txt", content: whatsappChat }, ...more]);

test("a conversation in a ZIP is taken out of it", async () => {
  const look = await lookAtFile(looking(false), chatZip({ name: "00000002-PHOTO.jpg", content: jpeg }));
  expect(look).toMatchObject({ kind: "chat", text: { entry: "_chat.txt" } });
  expect(await lookAtFile(looking(true), chatZip())).toMatchObject({ kind: "chat" });
});

const many = Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}.txt`, content: "x" }));
const bomb = { name: "_chat.txt", content: new Uint8Array(4_000_000), isDeflated: true };

const rows: [string, boolean, ChosenFile, ImportRefusal][] = [
  ["a picture", true, chosen("a.png", drawnShape()), "picture-not-here"],
  ["a picture by another name", true, chosen("chat.txt", drawnShape()), "picture-not-here"],
  ["a photo", true, chosen("a.jpg", jpeg), "picture-not-here"],
  ["a photo of an iPhone", true, chosen("a.heic", "\0\0\0\x18ftypheic\0\0\0\0"), "picture-not-here"],
  ["a film", true, chosen("a.mp4", "\0\0\0\x18ftypmp42\0\0\0\0"), "picture-not-here"],
  ["a document", true, chosen("a.pdf", "%PDF-1.7 ..."), "file-not-here"],
  ["a sound", true, chosen("a.mp3", "ID3\x04..."), "file-not-here"],
  ["some bytes", true, chosen("a.dat", Uint8Array.of(1, 2, 0xff, 0xfe, 3)), "file-not-here"],
  ["a text that is no conversation", true, chosen("a.txt", "今天天氣很好"), "not-a-chat"],
  ["a text in an old code page", true, chosen("a.txt", Uint8Array.of(0xa7, 0x41, 0xa6, 0x6e)), "not-utf8"],
  [
    "a picture written into a chat",
    true,
    chosen("a.txt", `${lineChat}22:59\t乙\tdata:image/png;base64,iVBORw0KGgo=\n`),
    "picture-in-text",
  ],
  [
    "a picture in a chat without an address",
    true,
    chosen("a.txt", `${lineChat}22:59\t乙\t${Buffer.from(drawnShape()).toString("base64")}\n`),
    "picture-in-text",
  ],
  [
    "a picture in a chat as hex",
    true,
    chosen("a.txt", `${lineChat}22:59\t乙\t${Buffer.from(drawnShape()).toString("hex")}\n`),
    "picture-in-text",
  ],
  ["a ZIP with pictures", true, chatZip({ name: "1.jpg", content: jpeg }), "archive-has-files"],
  ["nothing", false, chosen("a.txt", ""), "empty"],
  ["JSON that ends early", false, chosen("a.json", '{"messages": ['), "json-refused"],
  ["JSON too deep", false, chosen("a.json", `{"a":${"[".repeat(40)}${"]".repeat(40)}}`), "json-refused"],
  ["JSON with a key twice", false, chosen("a.json", '{"messages":[],"messages":[]}'), "json-refused"],
  ["a chat without a message", false, chosen("a.json", '{"participants":[],"messages":[]}'), "no-messages"],
  ["days of no calendar", false, chosen("a.txt", "[45/45/2026, 22:58:01] 甲: a\n"), "no-day-order"],
  ["a cut PNG", false, chosen("a.png", drawnShape().subarray(0, 60)), "picture-broken"],
  ["the head of a PNG", false, chosen("a.png", drawnShape().subarray(0, 12)), "picture-broken"],
  ["a PNG of 20,000 by 20,000", false, chosen("a.png", withSize(drawnShape(), 20_000)), "picture-too-large"],
  ["a JPEG without a size", false, chosen("a.jpg", jpeg), "picture-broken"],
  ["a ZIP without a chat", false, zipped("a.zip", [{ name: "a.jpg", content: jpeg }]), "archive-no-chat"],
  [
    "a ZIP of a text that is none",
    false,
    zipped("a.zip", [{ name: "a.txt", content: "你好" }]),
    "archive-no-chat",
  ],
  ["a ZIP cut off", false, chosen("a.zip", "PK\x03\x04 and no more"), "archive-damaged"],
  ["a way out of the folder", false, chatZip({ name: "../a.txt", content: "x" }), "archive-unsafe"],
  ["a device of Windows", false, chatZip({ name: "NUL.txt", content: "x" }), "archive-unsafe"],
  ["a drive", false, chatZip({ name: "C:/a.txt", content: "x" }), "archive-unsafe"],
  ["the same name in another case", false, chatZip({ name: "_CHAT.txt", content: "x" }), "archive-unsafe"],
  ["a link", false, chatZip({ name: "l", madeBy: 0x0314, externalAttributes: 0xa1ff0000 }), "archive-unsafe"],
  ["a locked entry", false, chatZip({ name: "a.txt", content: "x", flags: 1 }), "archive-locked"],
  ["2,002 entries", false, chatZip(...many), "archive-too-large"],
  ["a bomb", false, zipped("a.zip", [bomb]), "archive-too-large"],
  [
    "an entry that is larger than it says",
    false,
    zipped("a.zip", [{ ...bomb, statedBytes: 90_000 }]),
    "archive-damaged",
  ],
];

function withSize(png: Uint8Array, side: number): Uint8Array {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(side, 16);
  changed.writeUInt32BE(side, 20);
  return changed;
}

test.each(rows.map(([what, ...row]) => [what, row] as const))(
  "%s is refused",
  async (_what, [isMasked, file, code]) => {
    expect(await lookAtFile(looking(isMasked), file)).toMatchObject({ kind: "refused", code });
  },
);

test("a file that cannot be read is refused, not thrown", async () => {
  const blob = new Blob(["x"]);
  Object.defineProperty(blob, "arrayBuffer", { value: () => Promise.reject(new Error("gone")) });
  Object.defineProperty(blob, "slice", { value: () => blob });
  expect(await lookAtFile(looking(false), { name: "a", changedAtMs: 0, blob })).toMatchObject({
    code: "cannot-be-read",
  });
});

test.each([
  ["a screenshot", chosen("a.png", drawnShape()), "image/png"],
  ["a document", chosen("a.pdf", "%PDF-1.7 ..."), "application/pdf"],
  ["a photo of an iPhone", chosen("a.heic", "\0\0\0\x18ftypheic\0\0\0\0"), "image/heic"],
  ["a page", chosen("a.html", "<script>"), "text/plain"],
  ["a program", chosen("a.exe", Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0xff)), "application/octet-stream"],
])("%s is kept unread in an adult's own case", async (_what, file, mediaType) => {
  const look = await lookAtFile(looking(false), file);
  expect(look).toMatchObject({ kind: "file", form: { mediaType } });
  if (look.kind === "file") expect(look.form.extension).not.toMatch(/exe|html|js/);
});

test("every refusal has a sentence in both languages", () => {
  for (const code of importRefusals)
    for (const language of ["zh-TW", "en"] as const)
      expect(say(language, `import.refused.${code}` as WordKey)).toMatch(/\S/);
});
