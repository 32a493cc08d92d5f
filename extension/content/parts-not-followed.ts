/** Says honestly what scrolling the document does not show: inner scrollers, frames, pictures that are not there, folded text. */
import type { CaptureNote } from "../../src/capture/verdict.ts";
import { framesNotFollowed } from "./frames-not-followed.ts";
import { boxInDocument } from "./in-view.ts";
import { picturesNotSeen } from "./pictures-not-seen.ts";
import { allTrees } from "./shadow-roots.ts";
import { textNotShown } from "./text-not-shown.ts";

/** A scroller counts from this size and hidden length on. */
const leastScrollerSide = 100;
const leastHidden = 4;
/** Large enough to be what the page is about. */
const primaryWidth = 0.5;
const primaryHeight = 0.55;
const mostNotes = 200;

/** `seenTo` is how far down the document frames were taken; pictures that are masked are not there to be missed. */
export function partsNotFollowed({ seenTo, isMasked }: { seenTo: number; isMasked: boolean }): CaptureNote[] {
  const elements = allTrees().flatMap((tree) => [...tree.querySelectorAll<HTMLElement>("*")]);
  const notes = [
    ...elements.filter(isInnerScroller).map(scrollerNote),
    ...framesNotFollowed(elements),
    ...(isMasked ? [] : picturesNotSeen(elements, seenTo)),
    ...textNotShown(elements),
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
