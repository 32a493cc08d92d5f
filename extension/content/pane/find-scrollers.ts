/** Finds every inner scroller in every tree of the page, with what it hides and what the page calls it. */
import { withoutMedia } from "../../../src/capture/inline-media.ts";
import { mostScrollers, primaryScroller, type Scroller } from "../../../src/capture/pane/scroller.ts";
import { allTrees } from "../shadow-roots.ts";
import { locatorAcross } from "./locator.ts";
import { shownText } from "./shown-text.ts";
import { scrollExtent } from "./scroll-extent.ts";

export interface FoundScroller {
  element: HTMLElement;
  facts: Scroller;
}

/** A scroller counts from this size and hidden length on. CSS pixels. */
const leastSide = 100;
const leastHidden = 4;
/** What opens at its end and hides so much of its window above it is read from the end, as conversations are. */
const conversationShare = 0.5;
const longestLabel = 40;

export function findScrollers(): FoundScroller[] {
  const elements = allTrees().flatMap((tree) => [...tree.querySelectorAll<HTMLElement>("*")]);
  return largest(elements.filter(isInnerScroller)).map((element) => ({ element, facts: factsOf(element) }));
}

/** In the order of the page; a page full of small ones must not push out the one it is about. */
function largest(elements: readonly HTMLElement[]): readonly HTMLElement[] {
  if (elements.length <= mostScrollers) return elements;
  const byArea = elements.toSorted((one, other) => areaOf(other) - areaOf(one));
  const kept = new Set(byArea.slice(0, mostScrollers));
  return elements.filter((element) => kept.has(element));
}

function areaOf({ clientWidth, clientHeight }: HTMLElement): number {
  return clientWidth * clientHeight;
}

export function indexOfPrimary(found: readonly FoundScroller[]): number {
  return primaryScroller(
    found.map(({ facts }) => facts),
    { width: innerWidth, height: innerHeight },
  );
}

function isInnerScroller(element: HTMLElement): boolean {
  if (element === document.scrollingElement || /^(html|body)$/.test(element.localName)) return false;
  const { clientWidth, clientHeight, scrollWidth, scrollHeight } = element;
  if (clientWidth < leastSide || clientHeight < leastSide) return false;
  const hidesBelow = scrollHeight - clientHeight > leastHidden;
  const hidesBeside = scrollWidth - clientWidth > leastHidden;
  if (!hidesBelow && !hidesBeside) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const scrolls = /auto|scroll|overlay/;
  const canScroll = (hidesBelow && scrolls.test(overflowY)) || (hidesBeside && scrolls.test(overflowX));
  return canScroll && element.checkVisibility({ visibilityProperty: true });
}

function factsOf(element: HTMLElement): Scroller {
  const { hiddenAbove, hiddenBelow, hiddenBeside } = scrollExtent(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  const opensAtEnd = hiddenBelow <= leastHidden && hiddenAbove >= element.clientHeight * conversationShare;
  return {
    locator: locatorAcross(element),
    label: labelOf(element),
    box: { x: round(left), y: round(top), width: round(width), height: round(height) },
    hiddenAbove: round(hiddenAbove),
    hiddenBelow: round(hiddenBelow),
    hiddenBeside: round(hiddenBeside),
    isConversation:
      opensAtEnd || element.matches('[role="log"]') || element.querySelector('[role="log"]') !== null,
  };
}

/** Own label, label by another element, a heading in it, or its first words. */
function labelOf(element: HTMLElement): string {
  const labelled = element.getAttribute("aria-labelledby")?.split(/\s+/)[0];
  const root = element.getRootNode() as Document | ShadowRoot;
  const candidates = [
    element.getAttribute("aria-label"),
    labelled ? root.getElementById(labelled)?.textContent : null,
    element.querySelector("h1,h2,h3,h4,[role=heading]")?.textContent,
    shownText(element).slice(0, 400),
  ];
  const label = candidates.map((text) => oneLine(text ?? "")).find((text) => text !== "");
  return label ?? "";
}

function oneLine(text: string): string {
  const line = withoutMedia(text).replace(/\s+/g, " ").trim();
  return line.length > longestLabel
    ? `${line.slice(0, longestLabel - 1).toWellFormed()}…`
    : line.toWellFormed();
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
