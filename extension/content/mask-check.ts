/** Confirms from inside the page that the mask is in force. */
import { isNothingAbove } from "./above-the-sheet.ts";
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

/**
 * True when the sheet with this one-time token applies here: on the root, on every element of every shadow tree, every
 * picture element in every tree is hidden, nothing stands above the sheet, and no font of the page is in use. The token is random, so no page can have
 * set it beforehand.
 */
export function isMaskInForce(token: string, trees: readonly [Document, ...ShadowRoot[]]): boolean {
  const [light, ...shadows] = trees;
  if (!isOnRoot(token)) return false;
  const areFontsTheDevices = areDeviceFontsInForce(token);
  if (hasWebFonts() && !areFontsTheDevices) return false;
  const name = areFontsTheDevices ? `${token.slice(2)}f` : token.slice(2);
  const fonts = areFontsTheDevices ? getComputedStyle(document.documentElement).fontFamily : null;
  if (!isNothingAbove(trees, fonts)) return false;
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
  return isLeftOut(style) || (style.visibility === "hidden" && style.opacity === "0");
}

/** A child of a shadow host that is in no slot stands outside the drawn tree: it has no style, and is never drawn. */
function isLeftOut(style: CSSStyleDeclaration): boolean {
  return style.display === "";
}
