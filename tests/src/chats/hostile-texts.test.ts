/**
 * T17: whatever text comes in, every reader of foreign text answers; nothing is thrown, nothing is lost, no prototype
 * changes. `SLOW=1` reads a hundred thousand of them.
 */
import { expect, test } from "vitest";
import { canonicalJson } from "../../../src/base/canonical-json.ts";
import { importedJsonLimits, readExactJson } from "../../../src/base/exact-json.ts";
import { readTranscript } from "../../../src/capture/pane/transcript-file.ts";
import { ParsedChat } from "../../../src/chats/chat-message.ts";
import { type ExportReading, readChatExport } from "../../../src/chats/read-chat-export.ts";
import { dayOrders } from "../../../src/chats/whatsapp-days.ts";
import { CaseFile } from "../../../src/evidence/case-file.ts";
import { EvidenceItem } from "../../../src/evidence/evidence-item.ts";
import { hostileText } from "./hostile-grammar.ts";

const cases = process.env["SLOW"] ? 100_000 : 6_000;
/** Yields to the runner between them. */
const batch = 2_000;
const untouched = Object.getOwnPropertyNames(Object.prototype).join();

test(`${cases} texts are read`, { timeout: 600_000 }, async () => {
  const answers = new Map<string, number>();
  for (let seed = 0; seed < cases; seed += 1) {
    const kind = readAll(seed);
    answers.set(kind, (answers.get(kind) ?? 0) + 1);
    if (seed % batch === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  // An instrument that only ever sees one answer measures nothing.
  for (const kind of [
    "parsed line",
    "parsed whatsapp",
    "parsed telegram",
    "ask-day-order",
    "not-a-chat",
    "json-refused",
  ])
    expect(answers.get(kind) ?? 0, kind).toBeGreaterThan(cases / 1_000);
});

/** @throws with the number of the text, which makes it again */
function readAll(seed: number): string {
  // Bytes that are no UTF-8 never come this far: half a pair can only stand in an escape.
  const text = hostileText(seed).toWellFormed();
  try {
    const reading = readChatExport(text, null);
    checkReading(reading);
    if (reading.kind === "ask-day-order")
      for (const order of dayOrders) checkReading(readChatExport(text, order));
    const value = readExactJson(text, importedJsonLimits)?.value;
    EvidenceItem.safeParse(value);
    CaseFile.safeParse(value);
    readTranscript(text);
    if (Object.getOwnPropertyNames(Object.prototype).join() !== untouched)
      throw new Error("a prototype changed");
    return reading.kind === "parsed" ? `parsed ${reading.chats[0]?.format}` : reading.kind;
  } catch (cause) {
    throw new Error(`text ${seed}: ${JSON.stringify(text.slice(0, 300))}`, { cause });
  }
}

function checkReading(reading: ExportReading): void {
  if (reading.kind !== "parsed") return;
  for (const chat of reading.chats) {
    const { counted, messages, notUnderstood } = chat;
    if (counted.understood + notUnderstood.length !== counted.total)
      throw new Error("a line is not accounted for");
    for (const [index, { order, time }] of messages.entries()) {
      if (order !== index + 1) throw new Error("an order is missing");
      if (time.range && !(time.range.from <= time.range.to)) throw new Error(`a range ends before it begins`);
    }
    const checked = ParsedChat.safeParse(chat);
    if (!checked.success) throw new Error(`not of our form: ${checked.error.message.slice(0, 200)}`);
    canonicalJson(chat);
  }
}
