/** Laws for whatever is chosen: an answer and never an exception, every line counted, nothing changed in the language itself. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ParsedChat } from "../../../../src/chats/chat-message.ts";
import { lookAtFile } from "../../../../src/evidence/imports/look-at-file.ts";
import { makeChatImport } from "../../../../src/evidence/imports/make-import.ts";
import { EvidenceItem } from "../../../../src/evidence/evidence-item.ts";
import { conversationsOf } from "../../../../src/evidence/conversations/conversations-of.ts";
import { caseFor } from "../../../fakes/case-for.ts";
import { FixedClock } from "../../../fakes/fixed-clock.ts";
import { MemoryStore } from "../../../fakes/memory-store.ts";
import { chosen, looking } from "./chosen-files.ts";
import { tool } from "./import-case.ts";

const exports = [
  "line-zh-TW.txt",
  "whatsapp-android-en-media.txt",
  "whatsapp-ios-en-buddhist-calendar.txt",
  "messenger-message_1.json",
  "telegram-result.json",
  "discord-group.json",
].map((name) => readFileSync(new URL(`../../../chats/exports/${name}`, import.meta.url), "utf8"));

/** What attackers and broken programs put into texts. */
const odd = fc.constantFrom(
  ...["\u202e", "\0", "\ud800", "\uFEFF", "\r", '"', "\\", "{", "]", "\t", "[".repeat(60), "__proto__"],
  ...["22:58\t甲\t", "[20/11/2026, 22:58:01] 甲: ", '"__proto__":{"x":1},', "NaN", "1e999", "99:99", "-1"],
);

/** An export with pieces cut out, doubled and put in. */
const mutated = fc
  .tuple(fc.constantFrom(...exports), fc.array(fc.tuple(fc.nat(), fc.nat(40), odd), { maxLength: 6 }))
  .map(([text, cuts]) =>
    cuts.reduce((made, [at, length, piece]) => {
      const place = at % (made.length + 1);
      return made.slice(0, place) + piece + made.slice(place + length);
    }, text),
  );

const file = fc.oneof(
  mutated.map((text) => chosen("a.txt", text)),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => chosen("a.bin", bytes)),
  fc.array(odd, { maxLength: 30 }).map((parts) => chosen("a.json", `{${parts.join("")}`)),
);

test("any file gets an answer; every line of a chat is understood or listed; no prototype changes", async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.boolean(), async (each, isMasked) => {
      const look = await lookAtFile(looking(isMasked), each);
      expect(Object.keys(Object.prototype)).toEqual([]);
      if (look.kind === "file") expect(isMasked).toBe(false);
      if (look.kind !== "chat") return;
      for (const chat of look.chats) {
        expect(ParsedChat.safeParse(chat).success).toBe(true);
        expect(chat.counted.understood + chat.notUnderstood.length).toBe(chat.counted.total);
      }
    }),
    { numRuns: 400 },
  );
});

test("what is kept of any chat is an item of our form, and reads from its bytes as it was looked at", async () => {
  const [store, clock] = [new MemoryStore(), new FixedClock()];
  const caseFile = await caseFor({ store, clock, newId: () => crypto.randomUUID() }, "minor");
  const context = { caseFile, isMasked: true, by: "self" as const, source: "", at: clock.now(), tool };
  await fc.assert(
    fc.asyncProperty(mutated, async (text) => {
      const look = await lookAtFile(looking(true), chosen("chat.txt", text));
      if (look.kind !== "chat") return;
      const made = await makeChatImport(look, { ...context, newId: crypto.randomUUID() });
      const item = EvidenceItem.parse({ ...made.item, number: 1 });
      const read = async (name: string) => new Uint8Array((await made.files.get(name)?.arrayBuffer()) ?? []);
      const found = await conversationsOf(item, read);
      expect(found.map(({ chat }) => chat)).toEqual(look.chats);
    }),
    { numRuns: 120 },
  );
});

test("the mutations reach both answers", async () => {
  const kinds = new Set<string>();
  for (const text of fc.sample(mutated, { numRuns: 150, seed: 7 }))
    kinds.add((await lookAtFile(looking(true), chosen("a.txt", text))).kind);
  expect(kinds.has("chat") && kinds.has("refused")).toBe(true);
});
