/**
 * `chat-1.txt`: a conversation to be read by people, message by message, and then every line nobody understood.
 * It is held against the bytes it was read from, so another wording here is another `conversationReader`.
 */
import type { ChatMessage } from "../chats/chat-message.ts";
import type { Conversation } from "../chats/conversation.ts";
import { type EvidenceItem, importedOf } from "../evidence/evidence-item.ts";
import { type Language, say } from "../words/say.ts";
import { named, orMissing } from "./item-words.ts";
import { windowsText } from "./windows-text.ts";

export function conversationText(language: Language, item: EvidenceItem, conversation: Conversation): string {
  return windowsText([
    ...headLines(language, item, conversation),
    "",
    ...conversation.chat.messages.flatMap((message) => messageLines(language, message, conversation)),
    ...missedLines(language, conversation),
  ]);
}

function headLines(language: Language, item: EvidenceItem, { id, file, chat }: Conversation): string[] {
  const { format, title, messages, counted } = chat;
  const from = importedOf(item)?.files.find(({ name }) => name === file.name)?.calledThere;
  return [
    say(language, from === undefined ? "conversation.title-pane" : "conversation.title-import", {
      number: item.number,
      id,
    }),
    named(language, say(language, "conversation.format"), say(language, `conversation.format.${format}`)),
    ...(title === null ? [] : [named(language, say(language, "conversation.name"), title)]),
    ...(from === undefined
      ? [named(language, say(language, "field.pageUrl"), item.address.url)]
      : [named(language, say(language, "conversation.from"), from)]),
    named(language, say(language, "conversation.original"), `${file.name} ${file.sha256}`),
    say(language, `conversation.counted.${counted.unit}`, {
      messages: messages.length,
      total: counted.total,
      understood: counted.understood,
      missed: chat.notUnderstood.length,
    }),
    ...(format === "pane" ? [] : [say(language, "conversation.own-names")]),
  ];
}

/** 「#12　下午04:46（2017-11-20T16:46:00.000 – …）　User1」 and the words below it. */
function messageLines(language: Language, message: ChatMessage, { gaps }: Conversation): string[] {
  const gap = gaps.find(({ before }) => before === message.order);
  const { range, clock } = message.time;
  const zone = clock === "utc" ? "Z" : "";
  const meant = range ? `${range.from}${zone} – ${range.to}${zone}` : say(language, "conversation.no-day");
  const sender = orMissing(language, message.sender);
  const head = [
    `#${message.order}`,
    orMissing(language, message.time.shown),
    `[${meant}]`,
    message.sender === null && message.kind !== "message" ? "" : sender,
    ...markWords(language, message),
  ];
  return [
    ...(gap ? [say(language, "conversation.gap"), ""] : []),
    head.filter((part) => part !== "").join("　"),
    ...message.text.split("\n").filter((line) => line !== ""),
    ...message.attachments.map(
      ({ kind, name }) =>
        `〔${say(language, `conversation.attached.${kind}`)}${name === null ? "" : ` ${name}`}〕`,
    ),
    "",
  ];
}

/** What is to be known of a message beside its words. */
export function markWords(language: Language, message: ChatMessage): string[] {
  return [
    ...(message.senderBasis === "inherited" ? [say(language, "conversation.mark.inherited")] : []),
    ...(message.senderBasis === "first-word" ? [say(language, "conversation.mark.first-word")] : []),
    ...(message.kind === "system" ? [say(language, "conversation.mark.system")] : []),
    ...(message.kind === "call" ? [say(language, "conversation.mark.call")] : []),
    ...(message.isDeleted ? [say(language, "conversation.mark.deleted")] : []),
    ...(message.isEdited ? [say(language, "conversation.mark.edited")] : []),
    ...replyWords(language, message),
    ...(message.textInFile === null ? [] : [say(language, "conversation.mark.repaired")]),
  ];
}

const longestQuote = 80;

/** The row that is answered where it is known, else what is quoted of it. */
function replyWords(language: Language, { replyTo, quoted }: ChatMessage): string[] {
  if (!quoted) return replyTo === null ? [] : [say(language, "conversation.mark.reply", { to: replyTo })];
  const whole = quoted.text.replace(/\s+/g, " ").trim();
  const text = whole.length > longestQuote ? `${whole.slice(0, longestQuote).toWellFormed()}…` : whole;
  const facts = { order: quoted.order ?? "", name: quoted.sender ?? "", text };
  if (quoted.order !== null) return [say(language, "conversation.mark.answers-row", facts)];
  return [
    say(
      language,
      quoted.sender === null ? "conversation.mark.answers" : "conversation.mark.answers-name",
      facts,
    ),
  ];
}

function missedLines(language: Language, { chat: { notUnderstood, counted } }: Conversation): string[] {
  if (notUnderstood.length === 0) return [];
  return [
    say(language, "conversation.missed"),
    ...notUnderstood.map(({ origin, text }) =>
      say(language, `conversation.missed.${counted.unit}`, { number: origin, text }),
    ),
  ];
}
