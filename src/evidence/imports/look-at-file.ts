/** Looks at a chosen file: what it is, what of it is understood, or why it is not taken. Nothing is written. */
import { sha256Hex } from "../../base/digest.ts";
import { strictText } from "../../base/strict-text.ts";
import { hasMediaBytes } from "../../capture/inline-media.ts";
import type { ParsedChat } from "../../chats/chat-message.ts";
import { type ExportReading, readChatExport } from "../../chats/read-chat-export.ts";
import type { DayOrder } from "../../chats/whatsapp-days.ts";
import type { EvidenceFile } from "../evidence-file.ts";
import { openChatArchive } from "./chat-archive.ts";
import { type FileForm, fileForm, headBytes } from "./file-form.ts";
import { importLimits, type ImportRefusal } from "./import-limits.ts";
import { mostPixels, type PictureSize, pictureSize } from "./picture-size.ts";

export interface ChosenFile {
  name: string;
  /** Unix milliseconds; 0 where the device does not say. */
  changedAtMs: number;
  blob: Blob;
}

export interface Looking {
  /** Whether the case hides pictures: then only conversations as text are taken. */
  isMasked: boolean;
  /** Decodes a picture as the browser does; null when it cannot. */
  measure: (blob: Blob) => Promise<PictureSize | null>;
}

export interface ChatText {
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
  mediaType: EvidenceFile["mediaType"];
  /** Its name in the ZIP; null where it came alone. */
  entry: string | null;
  zipSha256: string | null;
}

type OrderQuestion = Extract<ExportReading, { kind: "ask-day-order" }>["orders"];

export type Look =
  | { kind: "chat"; chosen: ChosenFile; text: ChatText; chats: ParsedChat[]; dayOrder: DayOrder | null }
  | { kind: "ask-day-order"; chosen: ChosenFile; orders: OrderQuestion }
  | { kind: "file"; chosen: ChosenFile; form: FileForm; sha256: string }
  | { kind: "refused"; chosen: ChosenFile; code: ImportRefusal; detail: string };

/** `answered`: what the person said of the order of day and month. A file that cannot be read is refused as such. */
export async function lookAtFile(
  looking: Looking,
  chosen: ChosenFile,
  answered: DayOrder | null = null,
): Promise<Look> {
  const { blob } = chosen;
  if (blob.size === 0) return refused(chosen, "empty");
  if (blob.size > importLimits.fileBytes) return refused(chosen, "too-large");
  try {
    const form = fileForm(new Uint8Array(await blob.slice(0, headBytes).arrayBuffer()));
    if (form.kind === "archive") return await lookAtArchive(looking, chosen, answered);
    if (form.kind === "other") return await lookAtText(looking, chosen, answered);
    return await lookAtMedia(looking, chosen, form);
  } catch {
    return refused(chosen, "cannot-be-read");
  }
}

function refused(chosen: ChosenFile, code: ImportRefusal, detail = ""): Look {
  return { kind: "refused", chosen, code, detail };
}

async function lookAtMedia(
  { isMasked, measure }: Looking,
  chosen: ChosenFile,
  form: FileForm,
): Promise<Look> {
  if (isMasked) return refused(chosen, hasPicture(form) ? "picture-not-here" : "file-not-here");
  const bytes = new Uint8Array(await chosen.blob.arrayBuffer());
  const isDecoded = form.kind === "picture" && form.mediaType !== "image/heic";
  if (isDecoded) {
    const said = pictureSize(bytes, form.mediaType);
    if (!said) return refused(chosen, "picture-broken");
    if (said.width * said.height > mostPixels) return refused(chosen, "picture-too-large");
    if (!(await measure(chosen.blob))) return refused(chosen, "picture-broken");
  }
  return { kind: "file", chosen, form, sha256: await sha256Hex(bytes) };
}

function hasPicture({ kind }: FileForm): boolean {
  return kind === "picture" || kind === "film";
}

async function lookAtArchive(looking: Looking, chosen: ChosenFile, answered: DayOrder | null): Promise<Look> {
  const opened = await openChatArchive(chosen.blob);
  if (opened.kind === "refused") return refused(chosen, opened.code, opened.detail);
  if (looking.isMasked && opened.otherFiles > 0) return refused(chosen, "archive-has-files");
  const zipSha256 = await sha256Hex(chosen.blob);
  const text = { bytes: opened.bytes, entry: opened.name, zipSha256 };
  return (await lookAtChat(looking, { chosen, answered, ...text })) ?? refused(chosen, "archive-no-chat");
}

async function lookAtText(looking: Looking, chosen: ChosenFile, answered: DayOrder | null): Promise<Look> {
  const isLong = chosen.blob.size > importLimits.textBytes;
  if (isLong && looking.isMasked) return refused(chosen, "too-large");
  const bytes = new Uint8Array(await chosen.blob.arrayBuffer());
  const text = { bytes, entry: null, zipSha256: null };
  const look = isLong ? null : await lookAtChat(looking, { chosen, answered, ...text });
  if (look) return look;
  const isText = strictText(bytes) !== null;
  if (looking.isMasked) return refused(chosen, isText ? "not-a-chat" : unreadName(chosen));
  return { kind: "file", chosen, form: isText ? textForm : fileForm(bytes), sha256: await sha256Hex(bytes) };
}

const textForm: FileForm = { kind: "other", mediaType: "text/plain", extension: "txt" };

/** A text by its name that is no UTF-8 was saved anew by another program; anything else is simply a file. */
function unreadName({ name }: ChosenFile): ImportRefusal {
  return /\.(?:txt|json)$/i.test(name) ? "not-utf8" : "file-not-here";
}

interface ChatBytes extends Pick<ChatText, "bytes" | "entry" | "zipSha256"> {
  chosen: ChosenFile;
  answered: DayOrder | null;
}

/** Null where it is no conversation. */
async function lookAtChat(
  { isMasked }: Looking,
  { chosen, answered, bytes, entry, zipSha256 }: ChatBytes,
): Promise<Look | null> {
  const text = strictText(bytes);
  if (text === null) return entry === null ? null : refused(chosen, "not-utf8");
  if (isMasked && hasMediaBytes(text)) return refused(chosen, "picture-in-text");
  const reading = readChatExport(text, answered);
  if (reading.kind === "not-a-chat") return null;
  if (reading.kind === "ask-day-order") return { kind: "ask-day-order", chosen, orders: reading.orders };
  if (reading.kind !== "parsed") return refused(chosen, reading.kind);
  if (reading.chats.every(({ messages }) => messages.length === 0)) return refused(chosen, "no-messages");
  const mediaType = /^\uFEFF?\s*\{/.test(text) ? ("application/json" as const) : ("text/plain" as const);
  const kept = { bytes, sha256: await sha256Hex(bytes), mediaType, entry, zipSha256 };
  return { kind: "chat", chosen, text: kept, chats: reading.chats, dayOrder: answered };
}
