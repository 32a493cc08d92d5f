/** The rows of a captured chat pane as a conversation: each row with the name and the time it shows, nothing guessed. */
import type { Moment } from "../../base/clock.ts";
import type { TranscriptFile } from "../../capture/pane/transcript-file.ts";
import { type ChatMessage, numbered, unknownMessage } from "../../chats/chat-message.ts";
import type { Conversation, MessagePlace } from "../../chats/conversation.ts";
import { lineTakenBack } from "../../chats/line-words.ts";
import { directionMarks, whatsappDeleted } from "../../chats/whatsapp-words.ts";
import { paneTime } from "./pane-time.ts";

type Row = TranscriptFile["rows"][number];

export interface PaneSource {
  transcript: TranscriptFile;
  file: Conversation["file"];
  /** Address of the page. */
  url: string;
  /** For the zone of the device that looked. */
  seenAt: Moment;
}

export function paneConversation({ transcript, file, url, seenAt }: PaneSource): Conversation {
  const { rows, gaps, surface } = transcript;
  const breaks = new Set(gaps.map(({ beforeRow }) => beforeRow));
  const found = named(
    rows.map((row, index) => messageOf(row, index, seenAt)),
    { breaks, inherits: groupsUnderHeaders(url) },
  );
  return {
    id: `pane-${surface}`,
    file,
    dayOrder: null,
    surface,
    chat: {
      format: "pane",
      title: null,
      isGroup: null,
      savedAtShown: null,
      ...numbered(found),
      notUnderstood: [],
      counted: { unit: "rows", total: rows.length, understood: rows.length },
    },
    places: new Map(rows.map((row, index) => [index + 1, placeOf(row, index)])),
    gaps: gaps.map(({ beforeRow, because }) => ({ before: beforeRow + 1, because })),
  };
}

function placeOf({ box, isWhole, frames }: Row, row: number): MessagePlace {
  return { row, box, isWhole, frames };
}

type Found = Omit<ChatMessage, "order">;

function messageOf(row: Row, index: number, seenAt: Moment): Found {
  const text = wordsOf(row);
  const bare = text.replace(directionMarks, "").trim();
  return {
    ...unknownMessage,
    origin: index + 1,
    sender: row.sender,
    senderBasis: row.sender === null ? "none" : "separated",
    time: paneTime(row.time, { ...seenAt, utc: row.firstSeenUtc }),
    text,
    attachments: (row.media ?? []).map((kind) => ({ kind, name: null })),
    isDeleted: whatsappDeleted.test(bare) || lineTakenBack.test(bare),
    isEdited: editedMark.test(bare),
  };
}

/** A mark of its own at the end, as sites put it behind the words. */
const editedMark = /(?:\((?:edited|已編輯|編輯済)\)|（(?:已編輯|編輯過|編集済み?)）)$/i;

/** The row says everything in it; lines at its start or end that only repeat its name and time are no words of it. */
function wordsOf({ text, sender, time }: Row): string {
  const labels = [sender, time?.shown].flatMap((label) => (label?.trim() ? [label.trim()] : []));
  const lines = text.split("\n");
  const isLabel = (line: string | undefined) =>
    line !== undefined &&
    /^[\s·•,，、:：|-]*$/.test(labels.reduce((rest, label) => rest.replace(label, ""), line));
  while (isLabel(lines[0])) lines.shift();
  while (isLabel(lines.at(-1))) lines.pop();
  return lines.join("\n").trim();
}

/**
 * Sites that write a name once over a group of messages, one's own included. Where one's own messages never bear a
 * name, a row without one may be anybody's: there it stays without.
 */
function groupsUnderHeaders(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).host : "";
  return /^(?:(?:www|ptb|canary)\.)?discord(?:app)?\.com$/.test(host);
}

/** A name goes on to the rows below it, but not across a gap and not to rows without any words. */
function named(
  found: readonly Found[],
  { breaks, inherits }: { breaks: ReadonlySet<number>; inherits: boolean },
): Found[] {
  let last: string | null = null;
  return found.map((message, index) => {
    if (breaks.has(index)) last = null;
    if (message.sender !== null) last = message.sender;
    const takes = inherits && last !== null && message.sender === null && message.time.shown !== "";
    return takes ? { ...message, sender: last, senderBasis: "inherited" as const } : message;
  });
}
