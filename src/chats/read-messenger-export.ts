/** Reads `message_1.json` of a Facebook or Instagram download: newest first, times in milliseconds, text to be repaired. */
import type { ExactJson } from "../base/exact-json.ts";
import {
  type Attachment,
  type ChatMessage,
  numbered,
  type ParsedChat,
  unknownMessage,
} from "./chat-message.ts";
import { epochTime } from "./chat-time.ts";
import { asList, asObject, asShort, asText, type JsonObject } from "./json-entries.ts";
import { readEntries } from "./read-entries.ts";
import { repairedText } from "./repair-text.ts";

const filesOf: readonly [string, Attachment["kind"]][] = [
  ["photos", "image"],
  ["videos", "video"],
  ["audio_files", "audio"],
  ["gifs", "image"],
  ["files", "file"],
];

/** Null when the JSON is no such download. */
export function readMessengerExport(json: ExactJson): ParsedChat | null {
  const root = asObject(json);
  const entries = asList(root?.["messages"]);
  if (!root || !Array.isArray(root["messages"])) return null;
  // Who takes part is left out of some downloads; then the entries alone must look the part.
  if (entries.length > 0 ? !entries.some(isMessengerEntry) : !Array.isArray(root["participants"]))
    return null;
  const { found, notUnderstood, counted } = readEntries(entries, messageOf);
  const { messages, participants } = numbered(found.sort(oldestFirst));
  const named = asList(root["participants"]).flatMap((each) => viewed(asObject(each)?.["name"]) ?? []);
  return {
    format: "messenger",
    title: viewed(root["title"]),
    isGroup: Array.isArray(root["participants"]) ? named.length > 2 : null,
    savedAtShown: null,
    participants: [...new Set([...named, ...participants])],
    messages,
    notUnderstood,
    counted,
  };
}

function isMessengerEntry(entry: ExactJson): boolean {
  const fields = asObject(entry);
  return asText(fields?.["timestamp_ms"]) !== null && fields?.["sender_name"] !== undefined;
}

function messageOf(entry: ExactJson, origin: number): Omit<ChatMessage, "order"> | null {
  const fields = asObject(entry);
  const time = epochTime(asText(fields?.["timestamp_ms"]) ?? "", "milliseconds");
  const sender = viewed(fields?.["sender_name"]);
  if (!fields || !time.range || sender === null) return null;
  const content = asText(fields["content"]);
  const repaired = content === null ? null : repairedText(content);
  return {
    ...unknownMessage,
    origin,
    kind: fields["call_duration"] === undefined ? "message" : "call",
    sender,
    senderBasis: "separated",
    time,
    text: repaired ?? content ?? "",
    textInFile: repaired === null ? null : content,
    attachments: attachmentsOf(fields),
    isDeleted: fields["is_unsent"] === true,
  };
}

function attachmentsOf(fields: JsonObject): Attachment[] {
  const files = filesOf.flatMap(([key, kind]) =>
    asList(fields[key]).map((file) => ({ kind, name: fileName(asObject(file)?.["uri"]) })),
  );
  const sticker = asObject(fields["sticker"]);
  const shared = asObject(fields["share"]);
  return [
    ...files,
    ...(sticker ? [{ kind: "sticker" as const, name: fileName(sticker["uri"]) }] : []),
    ...(shared ? [{ kind: "link" as const, name: asShort(shared["link"]) }] : []),
  ].slice(0, 200);
}

/** The file's own name: the folders before it say where the download put it. */
function fileName(uri: ExactJson | undefined): string | null {
  return asShort(uri)?.split("/").at(-1) ?? null;
}

function viewed(value: ExactJson | undefined): string | null {
  const text = asShort(value);
  return text === null ? null : (repairedText(text) ?? text);
}

/** Within one millisecond the file's order, which is newest first. */
function oldestFirst(one: Omit<ChatMessage, "order">, other: Omit<ChatMessage, "order">): number {
  const [from, to] = [one.time.range?.from ?? "", other.time.range?.from ?? ""];
  return from === to ? other.origin - one.origin : from < to ? -1 : 1;
}
