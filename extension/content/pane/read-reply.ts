/** What a row of a chat quotes of the message it answers, and the number a row itself bears. Both as the page states them. */
import { withoutMedia } from "../../../src/capture/inline-media.ts";
import { type PaneRow, paneViewLimits } from "../../../src/capture/pane/pane-view.ts";
import { shownText } from "./shown-text.ts";

/** Discord, WhatsApp, both of Telegram's clients, and what others call such a block. */
const quoteBlocks = [
  '[id^="message-reply-context-"]',
  '[aria-label="Quoted message" i],[aria-label="引用的訊息"],[aria-label="引用訊息"],[aria-label="引用メッセージ"]',
  ".EmbeddedMessage",
  ".reply:has(.reply-content),.reply:has(.reply-title)",
  '[data-testid*="quoted" i],[class*="quoted" i],[class*="reply-preview" i],[class*="replyPreview"],[class*="replied-message" i],[class*="reply-quote" i]',
] as const;
const quotedWords =
  '[id^="message-content-"],.quoted-mention,.reply-subtitle,.embedded-text-wrapper,[class*="quoted-text" i],[class*="quotedText"]';
const quotedNames =
  '[rel~="author"],[class*="username" i],[class*="sender" i],[class*="author" i],.reply-title,.message-title,[class*="name" i],[data-testid*="author" i]';
/** A line of its own that says a message is an answer; the block behind it is what it answers. */
const says =
  /^(?:.{1,60} replied to .{1,60}|.{1,60} replied|(?:你|您)(?:已)?回覆了?.{1,40}|.{1,40}(?:已)?回覆了.{1,40}|.{1,40}さんが.{0,40}返信しました)$/;
const maySay = /replied|回覆|返信/;
const longestSaying = 130;
const answered = ["data-reply-to-mid", "data-reply-to", "data-reply-to-message-id"] as const;
const numbered = ["data-message-id", "data-mid", "data-id", "data-msgid"] as const;

export interface ReadReply {
  /** Names and times in it are another message's. */
  block: Element;
  reply: NonNullable<PaneRow["reply"]>;
}

/** Null where the row answers nothing, or nothing that can be told from its own words. */
export function readReply(row: Element): ReadReply | null {
  const block = namedBlock(row) ?? saidBlock(row);
  if (!block) return null;
  const words = block.querySelector(quotedWords);
  const named = [...block.querySelectorAll(quotedNames)].find((at) => at !== words && !words?.contains(at));
  const sender = short(named ?? (words && besideWords(block, words)), paneViewLimits.nameCharacters);
  const text = inert(shownText(words ?? block)).slice(0, paneViewLimits.quoteCharacters);
  const messageId = answeredNumber(row, block);
  return { block, reply: { sender, text, messageId } };
}

/** The number of a row's own message, as the page writes it. */
export function messageNumber(row: Element): string | null {
  const listed = row.id.startsWith("chat-messages-") ? row : row.querySelector('[id^="chat-messages-"]');
  const last = /-(\d{5,25})$/.exec(listed?.id ?? "")?.[1];
  if (last) return last;
  for (const name of numbered) {
    const own = row.hasAttribute(name) ? [row] : [...row.querySelectorAll(`[${name}]`)];
    const [only, another] = own.flatMap((at) => at.getAttribute(name)?.trim() || []);
    if (only && another === undefined) return capped(only);
  }
  return null;
}

/** The outermost; not where it is all the row says. */
function namedBlock(row: Element): Element | null {
  for (const selector of quoteBlocks) {
    const block = row.querySelector(selector);
    if (block && lengthOf(block) > 0 && lengthOf(block) < lengthOf(row)) return block;
  }
  return null;
}

/** Behind a line that says so, and with something more behind it: that is the answer. */
function saidBlock(row: Element): Element | null {
  if (!maySay.test(row.textContent ?? "")) return null;
  const lines = [...row.querySelectorAll("span,div,h1,h2,h3,h4,h5,h6,p")].slice(0, 400);
  const line = lines.find((at) => at.childElementCount === 0 && says.test(plain(at)));
  if (!line) return null;
  let at: Element = line;
  while (at.parentElement && at.parentElement !== row && plain(at.parentElement).length <= longestSaying) {
    if (at.nextElementSibling && lengthOf(at.nextElementSibling) > 0) break;
    at = at.parentElement;
  }
  const block = nextWithWords(at);
  return block && nextWithWords(block) ? block : null;
}

function nextWithWords(element: Element): Element | null {
  let at = element.nextElementSibling;
  while (at && lengthOf(at) === 0) at = at.nextElementSibling;
  return at;
}

/** WhatsApp writes the name into a block of its own beside the words. */
function besideWords(block: Element, words: Element): Element | null {
  const others = [...block.querySelectorAll("span,strong,b,div")];
  return others.find((at) => at.childElementCount === 0 && !words.contains(at) && lengthOf(at) > 0) ?? null;
}

function answeredNumber(row: Element, block: Element): string | null {
  const inDiscord = /-(\d{5,25})$/.exec(block.querySelector('[id^="message-content-"]')?.id ?? "")?.[1];
  if (inDiscord) return inDiscord;
  for (const name of answered) {
    const holder = [block, row].find((at) => at.hasAttribute(name)) ?? row.querySelector(`[${name}]`);
    const number = holder?.getAttribute(name)?.trim();
    if (number) return capped(number);
  }
  return null;
}

function short(element: Element | null | undefined, most: number): string | null {
  const text = element ? plain(element) : "";
  return text === "" || text.length > most ? null : inert(text);
}

function capped(number: string): string | null {
  return number.length <= paneViewLimits.numberCharacters ? inert(number) : null;
}

function lengthOf(element: Element): number {
  return plain(element).length;
}

function plain(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

function inert(text: string): string {
  return withoutMedia(text).trim().toWellFormed();
}
