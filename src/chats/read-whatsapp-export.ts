/** Reads a chat exported by WhatsApp as text, from Android or an iPhone, in every order of day and month. */
import {
  type Attachment,
  type ChatMessage,
  type NotUnderstood,
  numbered,
  type ParsedChat,
  unknownMessage,
} from "./chat-message.ts";
import { type ChatTime, wallTime } from "./chat-time.ts";
import { kindOfFile } from "./kind-of-file.ts";
import { countedLines, sourceLines } from "./source-lines.ts";
import { type DayOrder, dayIn, possibleOrders } from "./whatsapp-days.ts";
import { type WhatsappEntry, whatsappEntries } from "./whatsapp-entries.ts";
import { senders } from "./whatsapp-names.ts";
import {
  directionMarks,
  whatsappAttached,
  whatsappCall,
  whatsappDeleted,
  whatsappEdited,
  whatsappOmitted,
} from "./whatsapp-words.ts";

export type WhatsappReading =
  | { kind: "parsed"; chat: ParsedChat }
  /** The file fits both: the person says which. Each order comes with how its first and last day would read. */
  | { kind: "ask-day-order"; orders: { order: DayOrder; first: ChatTime; last: ChatTime }[] }
  /** No order makes every day a day of the calendar. */
  | { kind: "no-day-order" };

/** Null when the text is no WhatsApp export. `answered` is what the person said of an ambiguous file. */
export function readWhatsappExport(text: string, answered: DayOrder | null): WhatsappReading | null {
  const lines = sourceLines(text);
  const { entries, missed } = whatsappEntries(lines);
  if (entries.length === 0) return null;
  const orders = possibleOrders(entries.map(({ day }) => day));
  const order = orders.length === 1 ? orders[0] : orders.find((possible) => possible === answered);
  if (orders.length === 0) return { kind: "no-day-order" };
  if (!order) return { kind: "ask-day-order", orders: orders.map((each) => readingsOf(each, entries)) };
  return { kind: "parsed", chat: chatOf(entries, { order, missed, lines: lines.length }) };
}

function readingsOf(order: DayOrder, entries: readonly WhatsappEntry[]) {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) throw new RangeError("a chat without entries has no days");
  return { order, first: timeOf(first, order), last: timeOf(last, order) };
}

function timeOf({ shown, day, time }: WhatsappEntry, order: DayOrder): ChatTime {
  return wallTime(shown, dayIn(order, day), time);
}

interface Read {
  order: DayOrder;
  missed: NotUnderstood[];
  lines: number;
}

function chatOf(entries: readonly WhatsappEntry[], { order, missed, lines }: Read): ParsedChat {
  const names = senders(entries.map(({ rest }) => rest));
  const messages = entries.map((entry, index) => messageOf(entry, names[index] ?? null, order));
  return {
    format: "whatsapp",
    title: null,
    isGroup: null,
    savedAtShown: null,
    ...numbered(messages),
    notUnderstood: missed,
    counted: countedLines(lines, missed),
  };
}

function messageOf(entry: WhatsappEntry, sender: string | null, order: DayOrder): Omit<ChatMessage, "order"> {
  const time = timeOf(entry, order);
  const placed = { ...unknownMessage, origin: entry.origin, time };
  if (sender === null) return { ...placed, kind: "system", text: entry.rest };
  const words = entry.rest.slice(sender.length + 1).replace(/^ /, "");
  return {
    ...placed,
    ...wordsOf(words),
    sender: sender.replace(directionMarks, ""),
    senderBasis: "separated",
  };
}

function wordsOf(
  words: string,
): Pick<ChatMessage, "kind" | "text" | "attachments" | "isDeleted" | "isEdited"> {
  const [first = "", ...more] = words.split("\n");
  const bare = first.replace(directionMarks, "").trim();
  const isDeleted = whatsappDeleted.test(bare) && more.length === 0;
  const attachment = isDeleted ? null : attachmentOf(bare);
  const isNotice = first.startsWith("\u200e") && !attachment && !isDeleted && more.length === 0;
  const isCall = whatsappCall.test(bare);
  return {
    kind: isCall ? "call" : isNotice && !isPlace(bare) ? "system" : "message",
    text: words,
    attachments: attachment ? [attachment] : isPlace(bare) ? [{ kind: "location", name: null }] : [],
    isDeleted,
    isEdited: whatsappEdited.test(words.replace(directionMarks, "")),
  };
}

function attachmentOf(bare: string): Attachment | null {
  const { inside, before } = whatsappAttached.exec(bare)?.groups ?? {};
  const name = inside ?? before;
  if (name !== undefined) return { kind: kindOfFile(name), name: name.slice(0, 2_000) };
  const omitted = whatsappOmitted.find(({ pattern }) => pattern.test(bare));
  return omitted ? { kind: omitted.kind, name: documentName(bare) } : null;
}

/** `Some file.txt document omitted` names the file it left out. */
function documentName(bare: string): string | null {
  return (
    /^(?<name>\S.*?\.[A-Za-z0-9]{1,5})(?: • .*)? document omitted$/i.exec(bare)?.groups?.["name"] ?? null
  );
}

function isPlace(bare: string): boolean {
  return /^(?:location|位置|位置資訊)[:：] ?https:\/\/maps\.google\.com\//i.test(bare);
}
