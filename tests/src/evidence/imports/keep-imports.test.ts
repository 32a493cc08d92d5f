/** Files that were put in lie in the case as they were, with where they came from, and in the log once. */
import { expect, test } from "vitest";
import { sha256Hex } from "../../../../src/base/digest.ts";
import { EvidenceItem, importedOf } from "../../../../src/evidence/evidence-item.ts";
import { importedDigests, keepImports } from "../../../../src/evidence/imports/keep-imports.ts";
import { lookAtFile } from "../../../../src/evidence/imports/look-at-file.ts";
import { conversationsOf } from "../../../../src/evidence/conversations/conversations-of.ts";
import { keptAddresses } from "../../../../extension/library/case/kept-addresses.ts";
import { chosen, drawnShape, exported, looking, zipped } from "./chosen-files.ts";
import { importCase, tool } from "./import-case.ts";

test("a chat is kept byte for byte, read back, labelled, and told in one line of the log", async () => {
  const { store, caseFile, put } = await importCase();
  const file = exported("line-zh-TW.txt");
  const [item] = await put([file], "對方的 LINE");
  if (!item) return expect.fail();
  expect(EvidenceItem.parse(item)).toEqual(item);
  expect(importedOf(item)).toMatchObject({
    ...{ kind: "chat", by: "self", source: "對方的 LINE", dayOrder: null },
    files: [{ name: "original-001.txt", role: "chat", calledThere: "line-zh-TW.txt", within: null }],
    chats: [
      {
        ...{ id: "chat-1", format: "line", messages: 53, clock: "wall" },
        earliest: "2016-05-08T22:00:00.000",
        counted: { unit: "lines", total: 62, understood: 62 },
      },
    ],
  });
  const blob = await store.readFile(item.id, "original-001.txt");
  expect(await sha256Hex(blob ?? "")).toBe(await sha256Hex(file.blob));
  expect((await store.readItem(item.id))?.readBackAt).not.toBeNull();
  const lines = (await store.readLog(caseFile.id)).filter(({ facts }) => facts["itemId"] === item.id);
  expect(lines.map(({ action }) => action)).toEqual(["item.imported", "item.read-back"]);
  expect(lines[0]).toMatchObject({ actor: "self", facts: { from: "line-zh-TW.txt", number: 1 } });
});

test("screenshots chosen at once are one item, oldest first; numbers go on over captures and imports", async () => {
  const { put, keep } = await importCase();
  await keep();
  const shot = (name: string, at: number, width: number) => chosen(name, drawnShape(width), at);
  const [item] = await put([shot("second.png", 2_000, 20), shot("first.png", 1_000, 30)]);
  expect(item?.number).toBe(2);
  expect(item && importedOf(item)?.files.map(({ calledThere, name }) => [name, calledThere])).toEqual([
    ["original-001.png", "first.png"],
    ["original-002.png", "second.png"],
  ]);
  expect((await keep()).number).toBe(3);
});

const whatsapp = "[20/11/2026, 22:58:01] 測試帳號乙: 你好\n";
const zip = () => zipped("WhatsApp.zip", [{ name: "_chat.txt", content: whatsapp }]);

test("a ZIP is kept whole beside its text; where pictures are hidden only its digest is", async () => {
  const { put } = await importCase("adult");
  const [open] = await put([zip()]);
  expect(open?.files.map(({ name }) => name)).toEqual(["original-001.txt", "original-002.zip"]);
  const masked = await importCase("minor");
  const [hidden] = await masked.put([zip()]);
  expect(hidden?.files.map(({ name }) => name)).toEqual(["original-001.txt"]);
  const sha256 = await sha256Hex(zip().blob);
  expect(hidden && importedOf(hidden)?.files[0]?.within).toMatchObject({
    calledThere: "WhatsApp.zip",
    sha256,
  });
});

test("where pictures are hidden no other file goes in, whoever asks, and nothing is written", async () => {
  const { store, clock, caseFile } = await importCase("minor");
  const look = await lookAtFile(looking(false), chosen("a.png", drawnShape()));
  const chat = await lookAtFile(looking(false), exported("line-zh-TW.txt"));
  if (look.kind !== "file" || chat.kind !== "chat") return expect.fail();
  const before = await store.readLog(caseFile.id);
  const importing = { store, clock, newId: () => crypto.randomUUID(), tool };
  const keeping = keepImports(importing, caseFile, { looks: [chat, look], source: "" });
  await expect(keeping).rejects.toMatchObject({ code: "mask-not-confirmed" });
  expect(await store.readLog(caseFile.id)).toEqual(before);
  expect(await store.countItems()).toBe(0);
});

test("the conversation is read from the kept bytes again, the same each time", async () => {
  const { store, put } = await importCase();
  const [item] = await put([exported("telegram-result.json")]);
  if (!item) return expect.fail();
  const read = async (name: string) =>
    new Uint8Array((await (await store.readFile(item.id, name))?.arrayBuffer()) ?? []);
  const [conversation, another] = await conversationsOf(item, read);
  expect(another).toBeUndefined();
  expect(conversation?.chat).toMatchObject({ title: "Bob", counted: { total: 8, understood: 8 } });
  expect(await conversationsOf(item, read)).toEqual([conversation]);
});

test("what was put in before is known by its digest", async () => {
  const { put } = await importCase();
  const [item] = await put([exported("line-zh-TW.txt")]);
  const known = importedDigests(item ? [item] : []);
  expect(known.get(await sha256Hex(exported("line-zh-TW.txt").blob))).toBe(1);
});

test("an import is no address on the list of links; what was captured is", async () => {
  const { store, caseFile, put, keep } = await importCase();
  await put([exported("line-zh-TW.txt")]);
  const captured = await keep();
  const listed = keptAddresses(await store.listItems(caseFile.id), []);
  expect(listed.map(({ url }) => url)).toEqual([captured.address.url]);
});
