/** Makes an item out of files that were put in: their bytes as they are, and what is said of where they came from. */
import type { Moment } from "../../base/clock.ts";
import { instantOf } from "../../base/clock.ts";
import { sha256Hex } from "../../base/digest.ts";
import type { OperatorRole } from "../../cases/answers.ts";
import type { ParsedChat } from "../../chats/chat-message.ts";
import { judge } from "../../capture/verdict.ts";
import { readFields } from "../../platforms/read-fields.ts";
import type { CaseFile } from "../case-file.ts";
import type { EvidenceFile } from "../evidence-file.ts";
import type { EvidenceItem2 } from "../evidence-item.ts";
import type { MadeItem } from "../make-item.ts";
import { type ChatSummary, type Imported, type ImportedFile, longestSource } from "./imported.ts";
import type { ChosenFile, Look } from "./look-at-file.ts";

export interface ImportContext {
  caseFile: CaseFile;
  /** Whether the case hides pictures. */
  isMasked: boolean;
  by: OperatorRole;
  /** Where the files are from, in the person's own words. */
  source: string;
  at: Moment;
  newId: string;
  tool: EvidenceItem2["tool"];
}

type ChatLook = Extract<Look, { kind: "chat" }>;
type FileLook = Extract<Look, { kind: "file" }>;

interface NamedBlob {
  file: EvidenceFile;
  blob: Blob;
  about: ImportedFile;
}

/** One conversation's export. The ZIP it came in is kept too, but where pictures are hidden: there only its digest is. */
export async function makeChatImport(look: ChatLook, context: ImportContext): Promise<MadeItem> {
  const { chosen, text, chats, dayOrder } = look;
  const within = text.entry === null ? null : await archiveOf(chosen);
  const extension = text.mediaType === "application/json" ? "json" : "txt";
  const chat: NamedBlob = {
    file: {
      name: originalName(1, extension),
      kind: "original",
      mediaType: text.mediaType,
      sizeBytes: text.bytes.length,
      sha256: text.sha256,
    },
    blob: new Blob([text.bytes], { type: text.mediaType }),
    about: {
      ...cameFrom(chosen),
      name: originalName(1, extension),
      role: "chat",
      calledThere: foreignName(text.entry ?? chosen.name),
      within,
    },
  };
  const kept = within && !context.isMasked ? [chat, archiveFile(chosen, within)] : [chat];
  const summaries = chats.map((each, index) => chatSummary(each, `chat-${index + 1}`));
  return madeOf(kept, context, { kind: "chat", chats: summaries, dayOrder });
}

/** Files that are not read, as one item: what was chosen at once belongs together. In the order of their dates. */
export function makeFilesImport(looks: readonly FileLook[], context: ImportContext): MadeItem {
  const inOrder = looks.toSorted((one, other) => one.chosen.changedAtMs - other.chosen.changedAtMs);
  const kept = inOrder.map(({ chosen, form, sha256 }, index): NamedBlob => {
    const name = originalName(index + 1, form.extension);
    const { size: sizeBytes } = chosen.blob;
    return {
      file: { name, kind: "original", mediaType: form.mediaType, sizeBytes, sha256 },
      blob: chosen.blob,
      about: {
        ...cameFrom(chosen),
        name,
        role: "file",
        calledThere: foreignName(chosen.name),
        within: null,
      },
    };
  });
  return madeOf(kept, context, { kind: "files", chats: [], dayOrder: null });
}

function madeOf(
  kept: readonly NamedBlob[],
  { caseFile, isMasked, by, source, at, newId, tool }: ImportContext,
  understood: Pick<Imported, "kind" | "chats" | "dayOrder">,
): MadeItem {
  const [first] = kept;
  const item: MadeItem["item"] = {
    format: "keepleaf-item-2",
    id: newId,
    caseId: caseFile.id,
    startedAt: at,
    finishedAt: at,
    address: {
      url: "",
      canonicalUrl: null,
      title: first?.about.calledThere ?? "",
      language: null,
      contentType: first?.file.mediaType ?? null,
    },
    window: { width: null, height: null, devicePixelRatio: null },
    tool,
    about: caseFile.about,
    isMasked,
    fields: readFields(null, null),
    picture: null,
    proof: null,
    verdict: judge([{ code: "imported" }], 0),
    files: kept.map(({ file }) => file),
    imported: {
      ...understood,
      by,
      source: source.trim().slice(0, longestSource).toWellFormed(),
      files: kept.map(({ about }) => about),
    },
  };
  return { item, files: new Map(kept.map(({ file, blob }) => [file.name, blob])) };
}

/** What can be said of a conversation without a word of it. Pure: whoever has the bytes comes to the same. */
export function chatSummary({ format, messages, counted }: ParsedChat, id: string): ChatSummary {
  const times = messages.flatMap(({ time }) => (time.range ? [time.range] : []));
  const edge = (moments: readonly string[], at: 0 | -1) => moments.toSorted().at(at) ?? null;
  return {
    id,
    format,
    messages: messages.length,
    counted,
    earliest: edge(
      times.map(({ from }) => from),
      0,
    ),
    latest: edge(
      times.map(({ to }) => to),
      -1,
    ),
    clock: messages.find(({ time }) => time.range)?.time.clock ?? null,
  };
}

function cameFrom({ changedAtMs }: ChosenFile): Pick<ImportedFile, "changedAtUtc"> {
  const isKnown = Number.isFinite(changedAtMs) && changedAtMs > 0 && changedAtMs < 7e12;
  return { changedAtUtc: isKnown ? instantOf(Math.floor(changedAtMs)) : null };
}

async function archiveOf({ name, blob }: ChosenFile): Promise<NonNullable<ImportedFile["within"]>> {
  return { calledThere: foreignName(name), sizeBytes: blob.size, sha256: await sha256Hex(blob) };
}

function archiveFile(chosen: ChosenFile, within: NonNullable<ImportedFile["within"]>): NamedBlob {
  const name = originalName(2, "zip");
  const { sizeBytes, sha256, calledThere } = within;
  return {
    file: { name, kind: "original", mediaType: "application/zip", sizeBytes, sha256 },
    blob: chosen.blob,
    about: { ...cameFrom(chosen), name, role: "archive", calledThere, within: null },
  };
}

/** `original-001.txt`. */
function originalName(number: number, extension: string): string {
  return `original-${String(number).padStart(3, "0")}.${extension}`;
}

function foreignName(name: string): string {
  return name.slice(0, 500).toWellFormed();
}
