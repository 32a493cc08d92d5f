/** Says honestly what scrolling the document does not show: inner scrollers, foreign frames, parts fixed to the window. */
import type { Rectangle } from "../../src/base/rectangle.ts";
import type { CaptureNote } from "../../src/capture/verdict.ts";
import { allTrees } from "./shadow-roots.ts";

/** A scroller counts from this size and hidden length on. */
const leastScrollerSide = 100;
const leastHidden = 4;
/** Large enough to be what the page is about. */
const primaryWidth = 0.5;
const primaryHeight = 0.55;
const mostNotes = 100;

export function partsNotFollowed(): CaptureNote[] {
  const elements = allTrees().flatMap((tree) => [...tree.querySelectorAll<HTMLElement>("*")]);
  const notes = [
    ...elements.filter(isInnerScroller).map(scrollerNote),
    ...elements.filter(isFrame).map(frameNote),
    ...pendingNotes(),
    ...repeatingNotes(elements),
  ];
  return notes.slice(0, mostNotes);
}

function isInnerScroller(element: Element): boolean {
  if (
    element === document.scrollingElement ||
    element === document.documentElement ||
    element === document.body
  ) {
    return false;
  }
  const { scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
  if (clientWidth < leastScrollerSide || clientHeight < leastScrollerSide) return false;
  const hidesBelow = scrollHeight - clientHeight > leastHidden;
  const hidesBeside = scrollWidth - clientWidth > leastHidden;
  if (!hidesBelow && !hidesBeside) return false;
  const { overflowX, overflowY, visibility } = getComputedStyle(element);
  const scrolls = /auto|scroll|overlay/;
  return (
    visibility !== "hidden" &&
    ((hidesBelow && scrolls.test(overflowY)) || (hidesBeside && scrolls.test(overflowX)))
  );
}

function scrollerNote(element: Element): CaptureNote {
  const isPrimary =
    element.clientWidth >= innerWidth * primaryWidth && element.clientHeight >= innerHeight * primaryHeight;
  return { code: "inner-scroller", box: boxInDocument(element), detail: isPrimary ? "primary" : "secondary" };
}

function isFrame(element: Element): boolean {
  if (!/^(iframe|frame|object|embed|fencedframe)$/.test(element.localName)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}

function frameNote(element: Element): CaptureNote {
  const address = element.getAttribute("src") ?? element.getAttribute("data") ?? "";
  const url = URL.canParse(address, location.href) ? new URL(address, location.href) : null;
  return {
    code: "foreign-frame",
    box: boxInDocument(element),
    detail: (url?.origin ?? "about:blank").slice(0, 200),
  };
}

function pendingNotes(): CaptureNote[] {
  const pending = [...document.images].filter(
    (image) => !image.complete && image.getBoundingClientRect().width > 0,
  );
  return pending.length > 0 ? [{ code: "pending-images", detail: String(pending.length) }] : [];
}

/** Fixed and sticky elements stand in every frame; only pages longer than the window show them twice. */
function repeatingNotes(elements: readonly Element[]): CaptureNote[] {
  const scroller = document.scrollingElement ?? document.documentElement;
  if (scroller.scrollHeight <= innerHeight + 1) return [];
  const repeating = elements.filter((element) => {
    const { position, visibility } = getComputedStyle(element);
    if (position !== "fixed" && position !== "sticky") return false;
    const { width, height } = element.getBoundingClientRect();
    return visibility !== "hidden" && width > 1 && height > 1;
  });
  return repeating.length > 0 ? [{ code: "repeating-parts", detail: String(repeating.length) }] : [];
}

export function boxInDocument(element: Element): Rectangle {
  const { left, top, width, height } = element.getBoundingClientRect();
  return {
    x: round(left + window.scrollX),
    y: round(top + window.scrollY),
    width: round(width),
    height: round(height),
  };
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
