/** The part of a page that is seen at a point: the topmost words or picture there. */
import { colourOf } from "../css-colour.ts";
import { shadowRootOf } from "../shadow-roots.ts";
import { isPicture, isPointable, ownTexts } from "./pointable.ts";

export interface ViewPoint {
  x: number;
  y: number;
}

/** Fingers and old eyes point beside the line. */
const besidePx = 4;

/** Null where there is nothing to point at. The page must let itself be hit: not while the sheet is in. */
export function partAt(point: ViewPoint): Element | null {
  for (const element of elementsAt(document, point)) {
    if (isPointable(element) && isOn(element, point)) return element;
    if (isOpaque(element)) return null;
  }
  return null;
}

/** Topmost first, into shadow trees. */
function* elementsAt(tree: Document | ShadowRoot, point: ViewPoint): Generator<Element> {
  for (const element of tree.elementsFromPoint(point.x, point.y)) {
    // A root lists what stands around its host as well: that comes from the tree around.
    if (element.getRootNode() !== tree) continue;
    const root = shadowRootOf(element);
    if (root) yield* elementsAt(root, point);
    yield element;
  }
}

/** On its picture or on words of its own: what stands in it is a part of its own. */
export function isOn(element: Element, point: ViewPoint): boolean {
  return isPicture(element) ? isIn(element.getBoundingClientRect(), point, 0) : hasWordsAt(element, point);
}

function isIn({ left, right, top, bottom }: DOMRect, { x, y }: ViewPoint, besidePx: number): boolean {
  return x >= left - besidePx && x <= right + besidePx && y >= top - besidePx && y <= bottom + besidePx;
}

function hasWordsAt(element: Element, point: ViewPoint): boolean {
  return ownTexts(element).some((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].some((box) => isIn(box, point, besidePx));
  });
}

/** What lies below cannot be seen: a picture or a filled box. */
function isOpaque(element: Element): boolean {
  if (isPicture(element)) return true;
  const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
  if (Number(opacity) < 0.1) return false;
  const [, , , alpha] = colourOf(backgroundColor);
  return backgroundImage !== "none" || alpha > 0.1;
}
