/** Reads one row: what it says, who and when it shows, and which row it is. */
import { withoutInlineData } from "../../../src/capture/inline-media.ts";
import { type PaneRow, paneViewLimits, type RowMediaKind } from "../../../src/capture/pane/pane-view.ts";
import { rowKey, textDigest } from "../../../src/capture/pane/row-key.ts";
import { drawnMatches } from "./flat-tree.ts";
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
  const sender = senderOf(element);
  const time = timeOf(element);
  const media = mediaKindsOf(element);
  return {
    key: rowKey({ text, sender, time: time?.machine ?? null, media: mediaOf(element) }),
    mark: markOf(element),
    box: { x: left, y: top, width, height },
    text,
    sender,
    time,
    position: numberOf(element, ["aria-posinset", "aria-rowindex", "data-index"]),
    ...(media.length > 0 && { media }),
  };
}

function inert(text: string, most: number): string {
  return withoutInlineData(text).slice(0, most).toWellFormed();
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

function senderOf(element: Element): string | null {
  for (const name of senderAttributes) {
    const holder = element.hasAttribute(name) ? element : element.querySelector(`[${name}]`);
    const value = holder?.getAttribute(name)?.trim();
    if (value) return inert(value, paneViewLimits.nameCharacters);
  }
  return shortText(element.querySelector(senderElements));
}

function timeOf(element: Element): PaneRow["time"] {
  const holder = element.querySelector(timeElements) ?? element;
  const machine = timeAttributes.map((name) => holder.getAttribute(name)).find((value) => value?.trim());
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
