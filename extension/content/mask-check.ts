/** Confirms from inside the page that the mask sheet is in force. */
import { allTrees } from "./shadow-roots.ts";

/** Everything that can draw a picture by being what it is; backgrounds are the sheet's own business. */
const pictureSelector =
  "img,picture,video,audio,canvas,iframe,frame,object,embed,fencedframe,svg,input[type=image]";

/**
 * True when the sheet with this one-time token applies here: on the root, on every element of every shadow tree, and
 * every picture element in every tree is hidden. The token is random, so no page can have set it beforehand.
 */
export function isMaskInForce(token: string): boolean {
  const root = getComputedStyle(document.documentElement);
  if (root.getPropertyValue(token).trim() !== "1") return false;
  const [light, ...shadows] = allTrees();
  return (
    picturesAreHidden(light) && shadows.every((tree) => picturesAreHidden(tree) && isReached(tree, token))
  );
}

function picturesAreHidden(tree: ParentNode): boolean {
  return [...tree.querySelectorAll(pictureSelector)].every(isHidden);
}

/** Chromium leaves shadow trees as they were when a sheet is inserted, unless something makes them change. */
function isReached(tree: ParentNode, token: string): boolean {
  return [...tree.querySelectorAll("*")].every(
    (element) => getComputedStyle(element).page === token.slice(2),
  );
}

function isHidden(element: Element): boolean {
  const style = getComputedStyle(element);
  return isLeftOut(style) || (style.visibility === "hidden" && style.opacity === "0");
}

/** A child of a shadow host that is in no slot stands outside the drawn tree: it has no style, and is never drawn. */
function isLeftOut(style: CSSStyleDeclaration): boolean {
  return style.display === "";
}
