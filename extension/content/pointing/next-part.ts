/** From one part of the page to the next, by keyboard, in the order of the document. */
import { isDrawn, isPicture, isPointable } from "./pointable.ts";

const mostLooks = 20_000;

/** Null at the end of the page. Parts inside shadow trees are reached by the pointer alone. */
export function nextPart(from: Element | null, step: 1 | -1): Element | null {
  if (!document.body) return null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  if (from && document.body.contains(from)) walker.currentNode = from;
  else if (step < 0) return null;
  for (let look = 0; look < mostLooks; look += 1) {
    const next = step > 0 ? walker.nextNode() : walker.previousNode();
    if (!next) return null;
    const element = next as Element;
    if (isPointable(element) && !isPicture(element) && isDrawn(element)) return element;
  }
  return null;
}

/** Where the eyes are: the first part in sight. */
export function firstPartInView(): Element | null {
  for (let at = nextPart(null, 1); at; at = nextPart(at, 1)) {
    const { top, bottom } = at.getBoundingClientRect();
    if (bottom > 0 && top < innerHeight) return at;
  }
  return nextPart(null, 1);
}
