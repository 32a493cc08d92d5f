/** Takes the conversation out of a ZIP as WhatsApp makes them, after everything about the ZIP was checked. */
import { type ArchiveFault, listArchive } from "../../archive/list-archive.ts";
import { type ArchivedFile, readEntry } from "../../archive/read-entry.ts";
import { importLimits, type ImportRefusal } from "./import-limits.ts";

export type ChatArchive =
  | { kind: "opened"; name: string; bytes: Uint8Array<ArrayBuffer>; otherFiles: number }
  | { kind: "refused"; code: ImportRefusal; detail: string };

const refusalOf: Record<ArchiveFault, ImportRefusal> = {
  "not-a-zip": "archive-damaged",
  "zip-damaged": "archive-damaged",
  "too-large": "archive-too-large",
  "entry-encrypted": "archive-locked",
  "entry-not-a-file": "archive-unsafe",
  "path-unsafe": "archive-unsafe",
  "path-repeated": "archive-unsafe",
};

/** Inflates the one text in it and nothing else. */
export async function openChatArchive(zip: Blob): Promise<ChatArchive> {
  const listing = await listArchive(zip, importLimits.archive);
  if (listing.kind === "refused") {
    const { code, path, detail } = listing.finding;
    return { kind: "refused", code: refusalOf[code], detail: path ?? detail ?? "" };
  }
  const files = listing.entries.filter((entry): entry is ArchivedFile => !entry.directory);
  const chat = chatEntry(files);
  if (!chat) return { kind: "refused", code: "archive-no-chat", detail: "" };
  if (chat.uncompressedSize > importLimits.textBytes)
    return { kind: "refused", code: "archive-too-large", detail: "" };
  const bytes = await readEntry(chat, importLimits.textBytes);
  if (!bytes) return { kind: "refused", code: "archive-damaged", detail: "" };
  return { kind: "opened", name: chat.filename, bytes, otherFiles: files.length - 1 };
}

/** `_chat.txt` from an iPhone, `WhatsApp Chat with ….txt` from Android; else the only text there is. */
function chatEntry(files: readonly ArchivedFile[]): ArchivedFile | null {
  const texts = files.filter(({ filename }) => /^[^/]+\.txt$/i.test(filename));
  const named = texts.filter(({ filename }) => /^(?:_chat\.txt$|WhatsApp)/i.test(filename));
  const [only, another] = named.length > 0 ? named : texts;
  return only && !another ? only : null;
}
