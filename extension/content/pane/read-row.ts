/** Reads one row: what it says, who and when it shows, and which row it is. */
import { withoutMedia } from "../../../src/capture/inline-media.ts";
import { type PaneRow, paneViewLimits, type RowMediaKind } from "../../../src/capture/pane/pane-view.ts";
import { rowKey, textDigest } from "../../../src/capture/pane/row-key.ts";
import { drawnMatches } from "./flat-tree.ts";
import { messageNumber, readReply } from "./read-reply.ts";
import { shownText } from "./shown-text.ts";
import { shadowRootOf } from "../shadow-roots.ts";

const senderAttributes = ["data-sender", "data-sender-name", "data-author", "data-username"] as const;
const senderElements =
  '[rel~="author"],[itemprop~="author"],[class*="sender" i],[class*="author" i],[class*="username" i],[class*="nickname" i],[data-testid*="author" i],[data-testid*="sender" i],[data-testid="User-Name"]';
const timeElements = 'time,[class*="timestamp" i],[class*="time" i],[data-testid*="time" i]';
const timeAttributes = ["datetime", "data-time", "data-timestamp"] as const;
const idAttributes = ["data-message-id", "data-id", "data-mid", "data-msgid", "data-item-id"] as const;
const mediaElements = "img,video,audio";
const longestName = 80;
/** Shorter ones number the nodes of a pool rather than rows. */
const shortestId = 8;

export function readRow(element: Element): PaneRow {
  const { left, top, width, height } = element.getBoundingClientRect();
  const text = inert(drawnText(element), paneViewLimits.textCharacters);
  const answered = readReply(element);
  const own = (at: Element) => !answered?.block.contains(at);
  const sender = senderOf(element, own) ?? statedBefore(element)?.sender ?? null;
  const time = timeOf(element, own);
  const media = mediaKindsOf(element);
  const messageId = messageNumber(element);
  return {
    key: rowKey({ text, sender, time: time?.machine ?? null, media: mediaOf(element) }),
    mark: markOf(element),
    box: { x: left, y: top, width, height },
    text,
    sender,
    time,
    position: numberOf(element, ["aria-posinset", "aria-rowindex", "data-index"]),
    ...(media.length > 0 && { media }),
    ...(messageId !== null && { messageId }),
    ...(answered && { reply: answered.reply }),
    ...(isMarked(element, editedMark, own) && { isEdited: true as const }),
    ...(isMarked(element, deletedMark, own) && { isDeleted: true as const }),
  };
}

function inert(text: string, most: number): string {
  return withoutMedia(text).slice(0, most).toWellFormed();
}

/** As a reader sees it; rows made of shadow trees have no text of their own. */
function drawnText(element: Element): string {
  const own = shownText(element);
  const inner = [element, ...drawnMatches(element, "*", 400)].flatMap((at) => {
    const root = shadowRootOf(at);
    return root ? [...root.children].map((child) => shownText(child)) : [];
  });
  return [own, ...inner].filter((part) => /\S/.test(part)).join("\n");
}

type IsOwn = (element: Element) => boolean;

/** A name in a quotation is that of whoever is quoted. */
function senderOf(element: Element, own: IsOwn): string | null {
  for (const name of senderAttributes) {
    const holder = element.hasAttribute(name) ? element : firstOwn(element, `[${name}]`, own);
    const value = holder?.getAttribute(name)?.trim();
    if (value) return inert(value, paneViewLimits.nameCharacters);
  }
  return shortText(firstOwn(element, senderElements, own));
}

function firstOwn(element: Element, selector: string, own: IsOwn): Element | null {
  return [...element.querySelectorAll(selector)].find(own) ?? null;
}

/** WhatsApp writes `[20:58, 2026/11/20] Name: ` for whoever copies a message. */
function statedBefore(element: Element): { sender: string; time: string } | null {
  const holder = element.matches("[data-pre-plain-text]")
    ? element
    : element.querySelector("[data-pre-plain-text]");
  const stated = holder?.getAttribute("data-pre-plain-text") ?? "";
  const [, time, sender] = /^\[([^\]]{3,40})\] (.{1,100}?): ?$/.exec(stated) ?? [];
  return time && sender ? { sender: inert(sender, paneViewLimits.nameCharacters), time } : null;
}

const editedMark = /(?:^|[\s_-])edited(?:$|[\s_-])/i;
const deletedMark =
  /(?:^|[\s_-])(?:unsent|recalled|(?:message|msg)[_-]?deleted|deleted[_-]?(?:message|msg))(?:$|[\s_-])/i;
const longestMark = 60;

/** The mark itself, and no message that happens to stand in something of that name. */
function isMarked(element: Element, mark: RegExp, own: IsOwn): boolean {
  const marks = [
    element,
    ...element.querySelectorAll(
      '[class*="edited" i],[class*="unsent" i],[class*="recalled" i],[class*="deleted" i]',
    ),
  ];
  return marks.some(
    (at) =>
      mark.test(at.getAttribute("class") ?? "") &&
      own(at) &&
      (at.textContent ?? "").trim().length <= longestMark,
  );
}

function timeOf(element: Element, own: IsOwn): PaneRow["time"] {
  const holder = firstOwn(element, timeElements, own) ?? element;
  const machine =
    timeAttributes.map((name) => holder.getAttribute(name)).find((value) => value?.trim()) ??
    statedBefore(element)?.time;
  const shown = holder === element ? null : shortText(holder);
  if (!machine && !(shown && /\d/.test(shown))) return null;
  return { machine: machine ? inert(machine, paneViewLimits.nameCharacters) : null, shown: shown ?? "" };
}

function shortText(element: Element | null): string | null {
  const text = (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  return text === "" || text.length > longestName ? null : inert(text, paneViewLimits.nameCharacters);
}

/** Pictures are told apart by address and description; nothing of them is read. */
function mediaOf(element: Element): string[] {
  return drawnMatches(element, mediaElements, 400)
    .slice(0, 20)
    .map((at) => {
      const address =
        at instanceof HTMLImageElement ? at.currentSrc || at.src : (at as HTMLMediaElement).currentSrc;
      return address || `${at.localName} ${at.getAttribute("alt") ?? ""}`;
    });
}

/** Portraits and signs are smaller; a player of sounds may have no size of its own. */
const smallestPicture = 64;

function mediaKindsOf(element: Element): RowMediaKind[] {
  return drawnMatches(element, mediaElements, 400)
    .flatMap((at): RowMediaKind[] => {
      if (at instanceof HTMLAudioElement) return ["audio"];
      const { width, height } = at.getBoundingClientRect();
      if (width < smallestPicture || height < smallestPicture) return [];
      return [at instanceof HTMLVideoElement ? "video" : "image"];
    })
    .slice(0, 20);
}

/** Numbers count only together with how many there are: they change when rows are put in above. */
function markOf(element: Element): string | null {
  for (const name of idAttributes) {
    const id = element.getAttribute(name);
    if (id && id.length >= shortestId) return textDigest(id);
  }
  const size = numberOf(element, ["aria-setsize"]);
  const position = numberOf(element, ["aria-posinset"]);
  return size !== null && size > 0 && position !== null ? `${position}/${size}` : null;
}

export function numberOf(element: Element, names: readonly string[]): number | null {
  for (const name of names) {
    const holder = element.hasAttribute(name) ? element : element.querySelector(`[${name}]`);
    const value = holder?.getAttribute(name);
    if (value && /^-?\d{1,9}$/.test(value)) return Number(value);
  }
  return null;
}
