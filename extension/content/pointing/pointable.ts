/** Which elements somebody can point at: those with words of their own, and pictures. Fields to type into never. */
import { parentAcross } from "../shadow-roots.ts";

/** What people type into, and what shows no words of the page. */
const neverPointed =
  'input, textarea, select, option, datalist, script, style, noscript, template, object, embed, iframe, frame, [contenteditable=""], [contenteditable="true"], [role="textbox"]';
const pictures = new Set(["img", "video", "picture"]);
/** More stands for a whole page rather than for a value. */
const mostBelow = 400;
const mostWords = 10_000;

export function isPointable(element: Element): boolean {
  if (isLeftOut(element) || element.getElementsByTagName("*").length > mostBelow) return false;
  if (pictures.has(element.localName)) return true;
  return hasOwnWords(element) && (element.textContent?.length ?? 0) <= mostWords;
}

export function isPicture(element: Element): boolean {
  return pictures.has(element.localName);
}

/** Itself or anything around it, out of shadow trees too. */
function isLeftOut(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentAcross(at)) if (at.matches(neverPointed)) return true;
  return false;
}

export function hasOwnWords(element: Element): boolean {
  return ownTexts(element).length > 0;
}

export function ownTexts(element: Element): Text[] {
  return [...element.childNodes].filter(
    (node): node is Text => node.nodeType === Node.TEXT_NODE && (node as Text).data.trim() !== "",
  );
}

/** Drawn somewhere, with a size. */
export function isDrawn(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 1 && height > 1;
}
