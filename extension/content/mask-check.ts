/** Confirms from inside the page that the mask sheet is in force. */
import { allTrees } from "./shadow-roots.ts";

/** Everything that can draw a picture by being what it is; backgrounds are the sheet's own business. */
const pictureSelector =
  "img,picture,video,audio,canvas,iframe,frame,object,embed,fencedframe,svg,input[type=image]";

/**
 * True when the sheet with this one-time token applies here and every picture element in every tree is hidden.
 * The token is random, so no page can have set it beforehand.
 */
export function isMaskInForce(token: string): boolean {
  const root = document.documentElement;
  if (getComputedStyle(root).getPropertyValue(token).trim() !== "1") return false;
  return allTrees().every((tree) => [...tree.querySelectorAll(pictureSelector)].every(isHidden));
}

function isHidden(element: Element): boolean {
  const style = getComputedStyle(element);
  return style.visibility === "hidden" && style.opacity === "0";
}
