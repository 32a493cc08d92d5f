/**
 * A picture put together of plain boxes or of letters, each with a colour of its own: no sheet can tell them from the
 * boxes and words of a page. Only their number can: so many small ones in one window are a picture.
 */

/** Colours of their own, written at the element: a picture has too many of them for a style sheet. */
const withOwnColour = '[bgcolor],font[color],[style*="color" i],[style*="background" i]';
/** Charts of a year's days have fewer. */
const mostSmall = 400;
/** CSS pixels. */
const largestSide = 16;
/** Letters that are boxes: block elements, geometric shapes, squares and braille. */
const boxLetters = /^[\u2580-\u25ff\u2800-\u28ff\u2b1b\u2b1c\s]+$/;
const transparent = /^(?:transparent|rgba\(.*, 0\))$/;

export function isMosaicInView(trees: readonly (Document | ShadowRoot)[]): boolean {
  const lists = trees.map((tree) => tree.querySelectorAll(withOwnColour));
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  if (total < mostSmall) return false;
  let small = 0;
  for (const list of lists) {
    for (const element of list) {
      if (isSmallInView(element.getBoundingClientRect()) && isBox(element)) small += 1;
      if (small >= mostSmall) return true;
    }
  }
  return false;
}

function isSmallInView({ left, top, right, bottom, width, height }: DOMRect): boolean {
  const isSmall = width > 0 && height > 0 && width <= largestSide && height <= largestSide;
  return isSmall && left < innerWidth && top < innerHeight && right > 0 && bottom > 0;
}

function isBox(element: Element): boolean {
  const { backgroundColor } = getComputedStyle(element);
  return !transparent.test(backgroundColor) || boxLetters.test(element.textContent ?? " a");
}
