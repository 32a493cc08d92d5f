/** Confirms from inside the page that the mask is in force. */
import { isNothingAbove } from "./above-the-sheet.ts";
import { isMosaicInView } from "./mosaic.ts";
import { pictureElements } from "../../src/capture/mask/mask-rules.ts";

/** What hides itself only by standing in something hidden is looked at through that. */
const looked = pictureElements.replace(", svg *", "");

/** A face counts before it is loaded: it may be drawn a moment later. */
export function hasWebFonts(): boolean {
  return document.fonts.size > 0;
}

export function areDeviceFontsInForce(token: string): boolean {
  return isOnRoot(`${token}f`);
}

/** The family that all words are drawn in; null where each has its own. */
export function deviceFonts(token: string): string | null {
  return areDeviceFontsInForce(token) ? getComputedStyle(document.documentElement).fontFamily : null;
}

export function isSheetIn(token: string): boolean {
  return isOnRoot(token);
}

/**
 * True when the sheet with this one-time token applies here: on the root, on every element of every shadow tree, every
 * picture element in every tree is hidden, nothing stands above the sheet, no picture is built of boxes, and no font of the page is in use. The token is random, so no page can have
 * set it beforehand.
 */
export function isMaskInForce(token: string, trees: readonly [Document, ...ShadowRoot[]]): boolean {
  const [light, ...shadows] = trees;
  if (!isOnRoot(token)) return false;
  const fonts = deviceFonts(token);
  if (hasWebFonts() && fonts === null) return false;
  const name = fonts === null ? token.slice(2) : `${token.slice(2)}f`;
  if (!isNothingAbove(trees, fonts) || isMosaicInView(trees)) return false;
  return (
    picturesAreHidden(light) && shadows.every((tree) => picturesAreHidden(tree) && isReached(tree, name))
  );
}

function isOnRoot(property: string): boolean {
  return getComputedStyle(document.documentElement).getPropertyValue(property).trim() === "1";
}

function picturesAreHidden(tree: ParentNode): boolean {
  return [...tree.querySelectorAll(looked)].every(isOutOfSight);
}

/** Chromium leaves shadow trees as they were when a sheet is inserted, unless something makes them change. */
function isReached(tree: ParentNode, name: string): boolean {
  return [...tree.querySelectorAll("*")].every((element) => {
    const style = getComputedStyle(element);
    return style.page === name || isLeftOut(style);
  });
}

function isOutOfSight(element: Element): boolean {
  const style = getComputedStyle(element);
  return (style.visibility === "hidden" && style.opacity === "0") || isLeftOut(style);
}

/** A child of a shadow host that is in no slot stands outside the drawn tree: it has no style, and is never drawn. */
function isLeftOut(style: CSSStyleDeclaration): boolean {
  return style.display === "";
}
