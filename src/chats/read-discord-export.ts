/** Reads JSON written by DiscordChatExporter: every message and author with its snowflake. */
import type { ExactJson } from "../base/exact-json.ts";
import {
  type Attachment,
  type ChatMessage,
  numbered,
  type ParsedChat,
  unknownMessage,
} from "./chat-message.ts";
import { isoTime } from "./chat-time.ts";
import { asList, asObject, asShort, asText, type JsonObject } from "./json-entries.ts";
import { readEntries } from "./read-entries.ts";
import { kindOfFile } from "./kind-of-file.ts";

/** Null when the JSON is no such export. */
export function readDiscordExport(json: ExactJson): ParsedChat | null {
  const root = asObject(json);
  const channel = asObject(root?.["channel"]);
  if (!root || !channel || !asObject(root["guild"]) || !Array.isArray(root["messages"])) return null;
  const entries = asList(root["messages"]);
  const { found, notUnderstood, counted } = readEntries(entries, (entry, origin) =>
    messageOf(asObject(entry), origin),
  );
  return {
    format: "discord",
    title: asShort(channel["name"]),
    isGroup: asText(channel["type"]) !== "DirectTextChat",
    savedAtShown: asShort(root["exportedAt"]),
    ...numbered(found),
    notUnderstood,
    counted,
  };
}

function messageOf(fields: JsonObject | null, origin: number): Omit<ChatMessage, "order"> | null {
  const author = asObject(fields?.["author"]);
  const type = asText(fields?.["type"]);
  if (!fields || !author || type === null) return null;
  const time = isoTime(asText(fields["timestamp"]) ?? "");
  if (!time.range) return null;
  return {
    ...unknownMessage,
    origin,
    kind: kindOf(type),
    sender: asShort(author["name"]),
    senderId: asShort(author["id"]),
    senderBasis: "separated",
    messageId: asShort(fields["id"]),
    time,
    text: asText(fields["content"]) ?? "",
    attachments: attachmentsOf(fields),
    isEdited: asText(fields["timestampEdited"]) !== null,
    replyTo: asShort(asObject(fields["reference"])?.["messageId"]),
  };
}

function kindOf(type: string): ChatMessage["kind"] {
  if (type === "Call") return "call";
  return type === "Default" || type === "Reply" ? "message" : "system";
}

function attachmentsOf(fields: JsonObject): Attachment[] {
  const files = asList(fields["attachments"]).map((file) => {
    const name = asShort(asObject(file)?.["fileName"]);
    return { kind: kindOfFile(name ?? ""), name };
  });
  const stickers = asList(fields["stickers"]).map((sticker) => ({
    kind: "sticker" as const,
    name: asShort(asObject(sticker)?.["name"]),
  }));
  return [...files, ...stickers].slice(0, 200);
}
