/** Reads a chat export of whatever program wrote it: the text itself says which. */
import { importedJsonLimits, readExactJson } from "../base/exact-json.ts";
import type { ParsedChat } from "./chat-message.ts";
import { readDiscordExport } from "./read-discord-export.ts";
import { readLineExport } from "./read-line-export.ts";
import { readMessengerExport } from "./read-messenger-export.ts";
import { readTelegramExport } from "./read-telegram-export.ts";
import { readWhatsappExport, type WhatsappReading } from "./read-whatsapp-export.ts";
import type { DayOrder } from "./whatsapp-days.ts";

export type ExportReading =
  /** One, or of a whole account several. */
  | { kind: "parsed"; chats: ParsedChat[] }
  | Exclude<WhatsappReading, { kind: "parsed" }>
  /** Begins like JSON and is none, or breaks a limit of `importedJsonLimits`. */
  | { kind: "json-refused" }
  | { kind: "not-a-chat" };

/** Characters of one export. */
export const longestExport = importedJsonLimits.characters;

/** `answered`: what the person said of a file that fits several orders of day and month. */
export function readChatExport(text: string, answered: DayOrder | null): ExportReading {
  if (/^\uFEFF?\s*\{/.test(text)) return readJson(text);
  const line = readLineExport(text);
  if (line) return { kind: "parsed", chats: [line] };
  const whatsapp = readWhatsappExport(text, answered);
  if (!whatsapp) return { kind: "not-a-chat" };
  return whatsapp.kind === "parsed" ? { kind: "parsed", chats: [whatsapp.chat] } : whatsapp;
}

function readJson(text: string): ExportReading {
  const read = readExactJson(text, importedJsonLimits);
  if (!read) return { kind: "json-refused" };
  const one = readMessengerExport(read.value) ?? readDiscordExport(read.value);
  const chats = one ? [one] : readTelegramExport(read.value);
  return chats ? { kind: "parsed", chats } : { kind: "not-a-chat" };
}
