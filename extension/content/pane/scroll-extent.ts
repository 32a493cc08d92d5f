/** How far a scroller is scrolled and how much of it cannot be seen, whichever end it counts from. */

export interface ScrollExtent {
  /** Offset at the very top: 0, or negative where content is laid out from the end (`column-reverse`). */
  originY: number;
  hiddenAbove: number;
  hiddenBelow: number;
  hiddenBeside: number;
}

export function scrollExtent(element: Element): ScrollExtent {
  const { scrollTop, scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
  const length = Math.max(0, scrollHeight - clientHeight);
  const originY = countsFromEnd(element) ? -length : 0;
  const hiddenAbove = Math.max(0, scrollTop - originY);
  return {
    originY,
    hiddenAbove,
    hiddenBelow: Math.max(0, length - hiddenAbove),
    hiddenBeside: Math.max(0, scrollWidth - clientWidth),
  };
}

function countsFromEnd(element: Element): boolean {
  if (element.scrollTop < 0) return true;
  const { display, flexDirection } = getComputedStyle(element);
  return /flex/.test(display) && flexDirection === "column-reverse";
}
