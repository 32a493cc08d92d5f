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
      ...numbered(linked(found)),
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
    messageId: row.messageId ?? null,
    isDeleted: row.isDeleted === true || whatsappDeleted.test(bare) || lineTakenBack.test(bare),
    isEdited: row.isEdited === true || editedMark.test(bare),
    ...(row.reply && answers(row.reply)),
  };
}

function answers({ sender, text, messageId }: NonNullable<Row["reply"]>): Partial<Found> {
  return { replyTo: messageId, quoted: { sender, text, order: null } };
}

/** Only the page's own number says which row is answered: the same words may have been written twice. */
function linked(found: readonly Found[]): Found[] {
  const orders = new Map<string, number[]>();
  for (const [index, { messageId }] of found.entries())
    if (messageId !== null) orders.set(messageId, [...(orders.get(messageId) ?? []), index + 1]);
  return found.map((message) => {
    const [order, another] = message.replyTo === null ? [] : (orders.get(message.replyTo) ?? []);
    if (!message.quoted || order === undefined || another !== undefined) return message;
    return { ...message, quoted: { ...message.quoted, order } };
  });
}

/** A mark of its own at the end, as sites put it behind the words. */
const editedMark = /(?:\((?:edited|已編輯|編輯済)\)|（(?:已編輯|編輯過|編集済み?)）)$/i;

/** The row says everything in it; lines at its start or end that only repeat its name and time are no words of it. */
function wordsOf({ text, sender, time, reply }: Row): string {
  const labels = [sender, time?.shown].flatMap((label) => (label?.trim() ? [label.trim()] : []));
  const lines = text.split("\n");
  const isLabel = (line: string | undefined) =>
    line !== undefined &&
    /^[\s·•,，、:：|-]*$/.test(labels.reduce((rest, label) => rest.replace(label, ""), line));
  const quoted = quotedLines(reply);
  while (isLabel(lines[0]) || (lines.length > 1 && takes(quoted, lines[0]))) lines.shift();
  while (isLabel(lines.at(-1))) lines.pop();
  return lines.join("\n").trim();
}

/** What is quoted stands above the words, each line once, and is no word of this message. */
function quotedLines(reply: Row["reply"]): string[] {
  if (!reply) return [];
  return [reply.sender ?? "", ...reply.text.split("\n")]
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function takes(quoted: string[], line: string | undefined): boolean {
  if (quoted.length > 0 && saysItAnswers.test(line?.trim() ?? "")) return true;
  const place = quoted.indexOf(line?.trim() ?? "");
  if (place < 0) return false;
  quoted.splice(place, 1);
  return true;
}

const saysItAnswers =
  /^(?:.{1,60} replied(?: to .{1,60})?|(?:你|您)(?:已)?回覆了?.{1,40}|.{1,40}(?:已)?回覆了.{1,40}|Original message:?|原始訊息[:：]?)$/;

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
