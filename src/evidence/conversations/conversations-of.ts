/**
 * The conversations of an item, read from its kept files each time they are wanted: from the export that was put in, or
 * from the rows of the panes that were captured. Whoever has the files comes to the same.
 */
import { strictText } from "../../base/strict-text.ts";
import { readTranscript } from "../../capture/pane/transcript-file.ts";
import type { Conversation } from "../../chats/conversation.ts";
import { readChatExport } from "../../chats/read-chat-export.ts";
import { type EvidenceItem, importedOf } from "../evidence-item.ts";
import { paneConversation } from "./pane-conversation.ts";

/** Null when the file is not there. */
export type ReadBytes = (name: string) => Promise<Uint8Array | null>;

export async function conversationsOf(item: EvidenceItem, read: ReadBytes): Promise<Conversation[]> {
  return importedOf(item) ? importedConversations(item, read) : paneConversations(item, read);
}

/** Whether there may be any, without reading a file. */
export function mayHaveConversations(item: EvidenceItem): boolean {
  return importedOf(item)?.kind === "chat" || item.files.some(({ kind }) => kind === "transcript");
}

async function importedConversations(item: EvidenceItem, read: ReadBytes): Promise<Conversation[]> {
  const imported = importedOf(item);
  const name = imported?.files.find(({ role }) => role === "chat")?.name;
  const file = item.files.find((each) => each.name === name);
  const bytes = file && (await read(file.name));
  const text = bytes ? strictText(bytes) : null;
  if (!imported || !file || text === null) return [];
  const { dayOrder } = imported;
  const reading = readChatExport(text, dayOrder);
  if (reading.kind !== "parsed") return [];
  return reading.chats.map((chat, index) => ({
    id: `chat-${index + 1}`,
    file: { name: file.name, sha256: file.sha256 },
    dayOrder,
    chat,
    surface: null,
    places: new Map(),
    gaps: [],
  }));
}

async function paneConversations(item: EvidenceItem, read: ReadBytes): Promise<Conversation[]> {
  const found: Conversation[] = [];
  for (const { name, kind, sha256 } of item.files) {
    const bytes = kind === "transcript" ? await read(name) : null;
    const transcript = bytes ? readTranscript(strictText(bytes) ?? "") : null;
    if (!transcript) continue;
    const { url } = item.address;
    found.push(paneConversation({ transcript, file: { name, sha256 }, url, seenAt: item.finishedAt }));
  }
  return found;
}
