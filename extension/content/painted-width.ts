/**
 * How far to the right a page has words or pictures. Broken layouts scroll sideways over thousands of pixels of
 * plain colour; shooting those would take minutes and show nothing. What is left out is noted with its place.
 */

const replaced =
  /^(img|video|canvas|svg|iframe|frame|object|embed|input|button|select|textarea|progress|meter|hr)$/;
const mostElements = 60_000;

/** CSS pixels from the document's left edge; at least the window's width, at most the scrollable width. */
export function paintedWidth(windowWidth: number, scrollableWidth: number): number {
  const elements = document.body?.querySelectorAll<HTMLElement>("*") ?? [];
  if (elements.length > mostElements) return scrollableWidth;
  let right = windowWidth;
  for (const element of elements) {
    const edge = element.getBoundingClientRect().right + window.scrollX;
    // An element beyond the edge may hold shadow trees or overflow of its own kind: look at each thing that paints.
    if (edge > right && paints(element)) right = edge;
    else if (edge > right || element.scrollWidth > element.clientWidth)
      right = Math.max(right, textEdge(element));
    if (right >= scrollableWidth) return scrollableWidth;
  }
  return Math.min(Math.ceil(right), scrollableWidth);
}

function paints(element: Element): boolean {
  if (replaced.test(element.localName) || element.shadowRoot) return true;
  return [null, "::before", "::after"].some((part) =>
    paintsBox(getComputedStyle(element, part), part !== null),
  );
}

function paintsBox(style: CSSStyleDeclaration, isGenerated: boolean): boolean {
  const hasText = isGenerated && !/^(none|normal|"")$/.test(style.content);
  return hasText || style.backgroundImage !== "none";
}

/** The right edge of the text that stands directly in an element. */
function textEdge(element: Element): number {
  const range = document.createRange();
  let right = 0;
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
    range.selectNodeContents(node);
    right = Math.max(right, range.getBoundingClientRect().right + window.scrollX);
  }
  return right;
}
