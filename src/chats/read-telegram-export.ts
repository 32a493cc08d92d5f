/** Reads `result.json` of Telegram Desktop: one chat, or all chats of an account; senders carry their numeric identity. */
import type { ExactJson } from "../base/exact-json.ts";
import {
  type Attachment,
  type ChatMessage,
  numbered,
  type ParsedChat,
  unknownMessage,
} from "./chat-message.ts";
import { type ChatTime, epochTime, isoTime } from "./chat-time.ts";
import { asList, asObject, asShort, asText, type JsonObject } from "./json-entries.ts";
import { readEntries } from "./read-entries.ts";

const mediaKinds: ReadonlyMap<string, Attachment["kind"]> = new Map([
  ["sticker", "sticker"],
  ["voice_message", "audio"],
  ["audio_file", "audio"],
  ["video_message", "video"],
  ["video_file", "video"],
  ["animation", "video"],
]);

/** Null when the JSON is no such export; a whole account's export holds several chats. */
export function readTelegramExport(json: ExactJson): ParsedChat[] | null {
  const root = asObject(json);
  const all = asObject(root?.["chats"])?.["list"];
  if (Array.isArray(all)) return all.flatMap((chat) => chatOf(asObject(chat)) ?? []);
  const chat = chatOf(root);
  return chat ? [chat] : null;
}

function chatOf(root: JsonObject | null): ParsedChat | null {
  if (!root || !Array.isArray(root["messages"])) return null;
  const type = asText(root["type"]);
  const entries = asList(root["messages"]);
  // Parts of an export go without its head; then an entry must look the part.
  const hasHead = type !== null && asText(root["id"]) !== null;
  if (!hasHead && !entries.some((entry) => isTelegramEntry(asObject(entry)))) return null;
  const { found, notUnderstood, counted } = readEntries(entries, (entry, origin) =>
    messageOf(asObject(entry), origin),
  );
  return {
    format: "telegram",
    title: asShort(root["name"]),
    isGroup: type === null ? null : /group|channel/.test(type),
    savedAtShown: null,
    ...numbered(found),
    notUnderstood,
    counted,
  };
}

function isTelegramEntry(fields: JsonObject | null): boolean {
  const isTimed = asText(fields?.["date_unixtime"]) !== null || asText(fields?.["date"]) !== null;
  return isTimed && fields?.["type"] === "message" && "from" in fields;
}

function messageOf(fields: JsonObject | null, origin: number): Omit<ChatMessage, "order"> | null {
  const type = asText(fields?.["type"]);
  if (!fields || (type !== "message" && type !== "service")) return null;
  const time = timeOf(fields);
  if (!time.range) return null;
  const isService = type === "service";
  return {
    ...unknownMessage,
    origin,
    kind: isService ? (fields["action"] === "phone_call" ? "call" : "system") : "message",
    sender: asShort(fields[isService ? "actor" : "from"]),
    senderId: asShort(fields[isService ? "actor_id" : "from_id"]),
    senderBasis: "separated",
    messageId: asShort(fields["id"]),
    time,
    text: isService ? serviceText(fields) : joined(fields["text"]),
    attachments: attachmentsOf(fields),
    isEdited: fields["edited"] !== undefined || fields["edited_unixtime"] !== undefined,
    replyTo: asShort(fields["reply_to_message_id"]),
  };
}

/** `date` is the exporting computer's wall clock, without a zone; seconds since 1970 say more. */
function timeOf(fields: JsonObject): ChatTime {
  const seconds = asText(fields["date_unixtime"]);
  return seconds === null ? isoTime(asText(fields["date"]) ?? "") : epochTime(seconds, "seconds");
}

/** A text is one string, or pieces of which some are links and mentions. */
function joined(value: ExactJson | undefined): string {
  if (!Array.isArray(value)) return asText(value) ?? "";
  return value.map((piece) => asText(piece) ?? asText(asObject(piece)?.["text"]) ?? "").join("");
}

function serviceText(fields: JsonObject): string {
  return [asText(fields["action"]), joined(fields["text"])].filter(Boolean).join(" ");
}

function attachmentsOf(fields: JsonObject): Attachment[] {
  const media = asText(fields["media_type"]);
  const name = asShort(fields["file_name"]) ?? pathEnd(asShort(fields["file"]));
  const found: Attachment[] = [];
  if (fields["photo"] !== undefined) found.push({ kind: "image", name: pathEnd(asShort(fields["photo"])) });
  if (media !== null) found.push({ kind: mediaKinds.get(media) ?? "unknown", name });
  else if (fields["file"] !== undefined) found.push({ kind: "file", name });
  if (fields["location_information"] !== undefined) found.push({ kind: "location", name: null });
  if (fields["contact_information"] !== undefined) found.push({ kind: "contact", name: null });
  if (fields["poll"] !== undefined) found.push({ kind: "poll", name: null });
  return found;
}

/** "(File not included…)" stands where a file was left out of the export. */
function pathEnd(path: string | null): string | null {
  return path === null || path.startsWith("(") ? null : (path.split("/").at(-1) ?? null);
}
