/** Imported files and conversations in a bundle: who gets them, that forgeries show, and that they come back. */
import { expect, test } from "vitest";
import { sha256Hex } from "../../../src/base/digest.ts";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import type { Recipient } from "../../../src/bundle/recipient.ts";
import type { AboutAge } from "../../../src/evidence/case-file.ts";
import { readBackup } from "../../../src/restore/read-backup.ts";
import { restoreBackup } from "../../../src/restore/restore-backup.ts";
import type { FindingCode } from "../../../src/verify/finding.ts";
import { verifyBundle } from "../../../src/verify/verify-bundle.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { chosen, drawnShape, exported, zipped } from "../evidence/imports/chosen-files.ts";
import { type ImportCase, importCase } from "../evidence/imports/import-case.ts";
import { forgeItemThroughout } from "../verify/forge.ts";
import { type BagContents, bagContents, containerOf, putText, relist, textIn } from "./bag-contents.ts";

const whatsapp = "[20/11/2026, 22:58:01] 測試帳號乙: 你好\n[20/11/2026, 23:01:00] 測試帳號甲: 不要\n";

async function filled(about: AboutAge): Promise<ImportCase> {
  const made = await importCase(about);
  await made.put([exported("line-zh-TW.txt")], "對方的 LINE");
  await made.put([zipped("WhatsApp.zip", [{ name: "_chat.txt", content: whatsapp }])]);
  if (about === "adult") await made.put([chosen("螢幕截圖.png", drawnShape()), chosen("信.pdf", "%PDF-1.7")]);
  return made;
}

const ours = (bag: BagContents) =>
  [...bag.files.keys()].filter((path) => /^data\/(?:captures|imports|conversations)\//.test(path)).sort();

const reading = (folder: string) =>
  ["chat-1-messages-001.json", "chat-1.json", "chat-1.txt"].map(
    (name) => `data/conversations/${folder}/${name}`,
  );
const captures = (count: number) =>
  Array.from({ length: count }, (_, index) => `data/captures/c000${index + 1}/capture.json`);
const originals = (...names: string[]) => names.map((name) => `data/imports/${name}`);

/** Who gets what, file by file. A change here is a change of what leaves the device. */
const whole = {
  minor: [
    ...[...captures(2), ...reading("c0001"), ...reading("c0002")],
    ...originals("c0001/original-001.txt", "c0002/original-001.txt"),
  ],
  adult: [
    ...[...captures(3), ...reading("c0001"), ...reading("c0002")],
    ...originals("c0001/original-001.txt", "c0002/original-001.txt", "c0002/original-002.zip"),
    ...originals("c0003/original-001.png", "c0003/original-002.pdf"),
  ],
};
const golden: [Recipient, "minor" | "adult", string[]][] = [
  ["police", "minor", whole.minor],
  ["police", "adult", whole.adult],
  ["self", "minor", whole.minor],
  ["self", "adult", whole.adult],
  ["center", "minor", captures(2)],
  ["center", "adult", captures(3)],
  ["school", "minor", []],
  ["school", "adult", []],
];

test.each(golden)(
  "%s gets of a case about %s these files and no others, and they verify",
  async (recipient, about, files) => {
    const zip = await (await filled(about)).pack(recipient);
    expect(ours(await bagContents(zip))).toEqual(files);
    expect((await verifyBundle(zip)).findings).toEqual([]);
  },
);

test("the school reads of an import, but no name of a file and no word of it", async () => {
  const bag = await bagContents(await (await filled("minor")).pack("school"));
  const texts = [...bag.files].filter(([path]) => /\.(?:txt|csv|html|json)$/.test(path));
  for (const [path] of texts)
    expect(textIn(bag, path)).not.toMatch(/line-zh-TW|WhatsApp\.zip|對方的 LINE|User2/);
  expect(textIn(bag, "data/report/index.csv")).toContain("匯入");
});

const text = "data/conversations/c0001/chat-1.txt";
const messages = "data/conversations/c0001/chat-1-messages-001.json";
const original = "data/imports/c0001/original-001.txt";
const swap = (path: string, from: string, to: string) => (bag: BagContents) => {
  expect(textIn(bag, path)).toContain(from);
  putText(bag, path, textIn(bag, path).replace(from, to));
};

/** The original changed, and item, record, log and lists made to agree with it. */
async function changedOriginal(bag: BagContents): Promise<void> {
  const before = await sha256Hex(textIn(bag, original));
  swap(original, "testing", "TESTING")(bag);
  const after = await sha256Hex(textIn(bag, original));
  await forgeItemThroughout(bag, (json) => json.replaceAll(before, after));
}

async function otherCounts(bag: BagContents): Promise<void> {
  await forgeItemThroughout(bag, (json) => {
    const item = JSON.parse(json);
    item.imported.chats[0].messages += 1;
    return canonicalJson(item);
  });
}

async function otherDayOrder(bag: BagContents): Promise<void> {
  await forgeItemThroughout(bag, (json) => json.replace('"dayOrder":null', '"dayOrder":"year-month-day"'));
}

const forgeries: [string, (bag: BagContents) => void | Promise<void>, FindingCode][] = [
  ["a word in the readable text", swap(text, "testing", "threatening"), "conversation-differs"],
  ["a word in the messages", swap(messages, '"text":"testing"', '"text":"threat"'), "conversation-differs"],
  ["a sender", swap(messages, '"sender":"User1"', '"sender":"User9"'), "conversation-differs"],
  ["a time", swap(messages, "2017-11-20T16:46:00", "2017-11-21T16:46:00"), "conversation-differs"],
  ["a reading that is missing", (bag) => void bag.files.delete(messages), "conversation-differs"],
  ["a conversation more", (bag) => putText(bag, "data/conversations/c0001/chat-2.txt", "x"), "file-extra"],
  ["the original alone", swap(original, "testing", "threat"), "item-file-differs"],
  ["an original that is missing", (bag) => void bag.files.delete(original), "item-file-missing"],
  ["an original more", (bag) => putText(bag, "data/imports/c0001/original-009.txt", "x"), "item-file-extra"],
  [
    "an original of no item",
    (bag) => putText(bag, "data/imports/c0009/original-001.txt", "x"),
    "file-missing",
  ],
  ["the original and everything that names it", changedOriginal, "conversation-differs"],
  ["the counts of an import", otherCounts, "item-differs"],
  ["an answer nobody gave", otherDayOrder, "conversation-differs"],
];

test.each(forgeries)("forged: %s", async (_what, edit, code) => {
  const bag = await bagContents(await (await filled("minor")).pack("self"));
  await edit(bag);
  await relist(bag);
  const { findings } = await verifyBundle(await containerOf(bag));
  expect(findings.map((finding) => finding.code)).toContain(code);
});

test("a text that did not come out of the ZIP beside it is found", async () => {
  const bag = await bagContents(await (await filled("adult")).pack("self"));
  const other = zipped("x", [{ name: "_chat.txt", content: whatsapp.replace("你好", "再見") }]).blob;
  const path = "data/imports/c0002/original-002.zip";
  const before = await sha256Hex(bag.files.get(path) ?? "");
  bag.files.set(path, new Uint8Array(await other.arrayBuffer()));
  const after = await sha256Hex(other);
  await forgeItemThroughout(
    bag,
    (json) =>
      json
        .replaceAll(before, after)
        .replace(/(?<="name":"original-002.zip","sha256":"\w{64}","sizeBytes":)\d+/, String(other.size)),
    "data/captures/c0002/capture.json",
  );
  await relist(bag);
  expect((await verifyBundle(await containerOf(bag))).findings).toContainEqual(
    expect.objectContaining({ code: "item-differs", detail: "imported" }),
  );
});

test("a picture among the imports of somebody under 18 is found by its bytes", async () => {
  const bag = await bagContents(await (await filled("minor")).pack("self"));
  bag.files.set("data/imports/c0001/original-002.png", drawnShape());
  await relist(bag);
  const codes = (await verifyBundle(await containerOf(bag))).findings.map(({ code }) => code);
  expect(codes).toContain("picture-not-allowed");
});

test("a backup with imports comes back byte for byte", async () => {
  const made = await filled("adult");
  const read = await readBackup(await made.pack("self"));
  if (read.kind !== "read") return expect.fail(read.kind);
  const store = new MemoryStore();
  const ports = { store, clock: new FixedClock(), newId: () => crypto.randomUUID() };
  expect(await restoreBackup(ports, read.backup, "0".repeat(64))).toMatchObject({
    items: [1, 2, 3],
    damaged: [],
  });
  const { id } = made.caseFile;
  const kept = await made.store.listItems(id);
  // This device has not read the files that came back, so it knows no checksums.
  expect(await store.listItems(id)).toEqual(kept.map((stored) => ({ ...stored, checksums: null })));
  for (const { item } of await store.listItems(id))
    for (const { name, sha256 } of item.files)
      expect(await sha256Hex((await store.readFile(item.id, name)) ?? "")).toBe(sha256);
});

test("the readable text has every message, and its words belong to the number of the reader", async () => {
  const bag = await bagContents(await (await filled("minor")).pack("police"));
  const shown = textIn(bag, text);
  expect(shown.match(/^#\d+　/gm)).toHaveLength(53);
  expect(JSON.parse(textIn(bag, "data/conversations/c0001/chat-1.json"))).toMatchObject({
    ...{ format: "keepleaf-conversation-1", reader: 1 },
    chat: { messages: 53, counted: { total: 62, understood: 62 } },
    parts: ["chat-1-messages-001.json"],
  });
  // Another digest means that old bundles would be read otherwise: raise `conversationReader` and keep the old reading.
  expect(await sha256Hex(shown + textIn(bag, messages))).toBe(
    "80ed7df077fc65a8b2645f3d8e147463482ab596a23e44d74375c3192978c001",
  );
});
