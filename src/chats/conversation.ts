/** A conversation in one form, whether an export gives it or the rows of a captured pane, and the JSON it is written as. */
import { canonicalJson } from "../base/canonical-json.ts";
import type { Rectangle } from "../base/rectangle.ts";
import type { ChatMessage, ParsedChat } from "./chat-message.ts";
import type { DayOrder } from "./whatsapp-days.ts";

/** Raised whenever the same bytes are read otherwise, or written otherwise: what an older number wrote stays as it is. */
export const conversationReader = 1;

/** `chat-1` of an import, `pane-1` of a captured page. */
export const conversationId = /^(?:chat|pane)-[1-9]\d{0,3}$/;

/** Where a message stands in the picture of a captured pane. */
export interface MessagePlace {
  /** Index among the rows of the transcript. */
  row: number;
  /** Device pixels in the picture of the pane. */
  box: Rectangle;
  /** False where an end of it lies beyond what any frame shows. */
  isWhole: boolean;
  /** Numbers of the frames that show it. */
  frames: number[];
}

export interface ConversationGap {
  /** `order` of the message behind the gap. */
  before: number;
  because: string;
}

export interface Conversation {
  id: string;
  /** The kept file it is made from. */
  file: { name: string; sha256: string };
  /** What the person said of the order of day and month; null where nobody had to. */
  dayOrder: DayOrder | null;
  chat: ParsedChat;
  /** Surface of the picture whose rows these are; null for imports. */
  surface: number | null;
  /** By `order`; empty for imports. */
  places: ReadonlyMap<number, MessagePlace>;
  /** Between these messages some may be missing; empty for imports. */
  gaps: ConversationGap[];
}

/** Characters of JSON in one file: below what any reader of a bundle accepts of one. */
const longestPart = 4_000_000;

/** `chat-1.json` with everything but the messages, and the messages in files of bearable size. */
export function conversationJson(conversation: Conversation): { name: string; text: string }[] {
  const { id, file, dayOrder, chat, surface, gaps } = conversation;
  const { messages, ...about } = chat;
  const parts = partsOf(messages.map((message) => canonicalJson(withPlace(message, conversation))));
  const names = parts.map((_, index) => `${id}-messages-${String(index + 1).padStart(3, "0")}.json`);
  const head = {
    format: "keepleaf-conversation-1",
    reader: conversationReader,
    ...{ id, file, dayOrder, surface, gaps },
    chat: { ...about, messages: messages.length },
    parts: names,
  };
  return [
    { name: `${id}.json`, text: canonicalJson(head) },
    ...parts.map((text, index) => ({ name: names[index] ?? "", text })),
  ];
}

function withPlace(message: ChatMessage, { places }: Conversation): object {
  const place = places.get(message.order);
  return place ? { ...message, place } : message;
}

function partsOf(messages: readonly string[]): string[] {
  const parts: string[][] = [];
  let length = 0;
  for (const message of messages) {
    if (parts.length === 0 || length + message.length > longestPart) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(message);
    length += message.length + 1;
  }
  return parts.map((part) => `[${part.join(",")}]`);
}
