/** Reads the entries of a JSON export one by one; what no message can be made of is shown and counted. */
import type { ExactJson } from "../base/exact-json.ts";
import type { ChatMessage, NotUnderstood, ParsedChat } from "./chat-message.ts";
import { entryText } from "./json-entries.ts";

type Found = Omit<ChatMessage, "order">;

export interface ReadEntries {
  found: Found[];
  notUnderstood: NotUnderstood[];
  counted: ParsedChat["counted"];
}

/** `messageOf` gets an entry and its place, from 1; null where it cannot be read. */
export function readEntries(
  entries: readonly ExactJson[],
  messageOf: (entry: ExactJson, origin: number) => Found | null,
): ReadEntries {
  const found: Found[] = [];
  const notUnderstood: NotUnderstood[] = [];
  for (const [index, entry] of entries.entries()) {
    const message = messageOf(entry, index + 1);
    if (message) found.push(message);
    else notUnderstood.push({ origin: index + 1, text: entryText(entry) });
  }
  const counted = { unit: "entries" as const, total: entries.length, understood: found.length };
  return { found, notUnderstood, counted };
}
