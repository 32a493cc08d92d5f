/** A conversation as an export or an open pane gives it: every message with its sender, time and words, nothing added. */
import { z } from "../base/schema.ts";
import { ChatTime } from "./chat-time.ts";

const short = z.string().check(z.maxLength(2_000));

export const attachmentKinds = [
  "image",
  "video",
  "audio",
  "file",
  "sticker",
  "contact",
  "location",
  "link",
  "poll",
  "unknown",
] as const;

/** What stands in a message beside its words: kind and name only. Nothing is opened or fetched. */
export const Attachment = z.object({ kind: z.enum(attachmentKinds), name: z.nullable(short) });
export type Attachment = z.infer<typeof Attachment>;

export const ChatMessage = z.object({
  /** From 1, oldest first as the export means it. */
  order: z.int().check(z.positive()),
  /** First line of the original it stands on, or its place among a JSON file's entries, from 1. */
  origin: z.int().check(z.positive()),
  kind: z.enum(["message", "system", "call"]),
  /** As the export names them; LINE and WhatsApp write the exporter's own names for others. Null in most system lines. */
  sender: z.nullable(short),
  /** Immutable identifier of the sender where the export carries one: Telegram, Discord. */
  senderId: z.nullable(short),
  /**
   * `first-word`: LINE on a computer parts name and words by a space only, and no header told the name.
   * `inherited`: the pane writes the name once over a group, and this message stands in the group.
   */
  senderBasis: z.enum(["separated", "known-name", "first-word", "inherited", "none"]),
  messageId: z.nullable(short),
  time: ChatTime,
  text: z.string().check(z.maxLength(1_000_000)),
  /** The text as it stands in the file, where `text` is a repaired view of it. */
  textInFile: z.nullable(z.string()),
  attachments: z.array(Attachment).check(z.maxLength(200)),
  isDeleted: z.boolean(),
  isEdited: z.boolean(),
  /** `messageId` of the message it answers. */
  replyTo: z.nullable(short),
  /** Of a pane: what the row quotes of the message it answers, and which one that is where the rows say so. */
  quoted: z.optional(
    z.object({ sender: z.nullable(short), text: short, order: z.nullable(z.int().check(z.positive())) }),
  ),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** `pane`: no export but the rows of a chat pane as a capture shows them. */
export const chatFormats = ["line", "whatsapp", "messenger", "telegram", "discord", "pane"] as const;

/** A line or entry nobody could read: shown, counted and kept. */
export const NotUnderstood = z.object({ origin: z.int(), text: z.string().check(z.maxLength(2_000)) });
export type NotUnderstood = z.infer<typeof NotUnderstood>;

export const ParsedChat = z.object({
  format: z.enum(chatFormats),
  title: z.nullable(short),
  isGroup: z.nullable(z.boolean()),
  /** When the export was written, in the file's own words. */
  savedAtShown: z.nullable(short),
  participants: z.array(short),
  messages: z.array(ChatMessage),
  notUnderstood: z.array(NotUnderstood),
  /** Lines, entries of a JSON file, or rows of a pane: understood + notUnderstood = total. */
  counted: z.object({ unit: z.enum(["lines", "entries", "rows"]), total: z.int(), understood: z.int() }),
});
export type ParsedChat = z.infer<typeof ParsedChat>;

/** What nothing is known of yet; a reader of one format states what it found. */
export const unknownMessage = {
  kind: "message",
  sender: null,
  senderId: null,
  senderBasis: "none",
  messageId: null,
  text: "",
  textInFile: null,
  attachments: [],
  isDeleted: false,
  isEdited: false,
  replyTo: null,
} satisfies Omit<ChatMessage, "order" | "origin" | "time">;

/** Numbered in the order given, with everyone who wrote. */
export function numbered(messages: readonly Omit<ChatMessage, "order">[]): {
  messages: ChatMessage[];
  participants: string[];
} {
  const names = messages.flatMap(({ sender }) => (sender === null ? [] : [sender]));
  return {
    messages: messages.map((message, index) => ({ order: index + 1, ...message })),
    participants: [...new Set(names)],
  };
}
