/** 關鍵對話: the messages that the person marked, with when, who and where in the conversation they stand. */
import type { ChatMessage } from "../chats/chat-message.ts";
import { type Language, say } from "../words/say.ts";
import { markWords } from "./conversation-text.ts";
import { orMissing } from "./item-words.ts";
import type { ReportSubject } from "./report-subject.ts";

export interface KeyMessage {
  /** `chat-1`. */
  conversation: string;
  message: ChatMessage;
}

/** Number of the item, place, time, sender, words. */
export type KeyRow = readonly [item: string, place: string, time: string, sender: string, words: string];

export function keyRow(language: Language, number: number, key: KeyMessage): KeyRow {
  const { conversation, message } = key;
  const marks = markWords(language, message);
  const attached = message.attachments.map(({ kind }) => say(language, `conversation.attached.${kind}`));
  const aside = [...marks, ...attached].map((mark) => `〔${mark}〕`).join("");
  return [
    String(number),
    `${conversation} #${message.order}`,
    timeWords(language, message),
    orMissing(language, message.sender),
    `${message.text}${aside}`,
  ];
}

/** As it stands, and the first moment it can mean; a clock without a day stays a clock. */
function timeWords(language: Language, { time: { shown, range, clock } }: ChatMessage): string {
  const meant = range ? `${range.from.slice(0, 19)}${clock === "utc" ? "Z" : ""}` : "";
  return [orMissing(language, shown), meant].filter((part) => part !== "").join("\n");
}

/** For tables and texts, where every cell is one line. */
export function keyRows(language: Language, { items }: ReportSubject): KeyRow[] {
  return items.flatMap(({ item, keyMessages }) =>
    keyMessages.map((key) => {
      const [number, place, time, sender, words] = keyRow(language, item.number, key);
      return [number, place, oneLine(time), sender, oneLine(words)] as const;
    }),
  );
}

function oneLine(text: string): string {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .join(" ／ ");
}

export function keyHeads(language: Language): string[] {
  return [
    say(language, "key.column.item"),
    say(language, "key.column.place"),
    say(language, "key.column.time"),
    say(language, "key.column.sender"),
    say(language, "key.column.words"),
  ];
}
