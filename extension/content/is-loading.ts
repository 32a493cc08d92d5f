/** Whether something in view says that more is on its way: in words for machines, or as a spinner that turns. */
import { isInView } from "./in-view.ts";
import { saidToLoad, spinnerOf } from "./loading-signs.ts";
import type { StandingElements } from "./standing-elements.ts";

/** A page has many things that turn; only those that say so count. */
const namedSo = /spinner|loader|loading/i;

export function isLoading({ trees }: StandingElements): boolean {
  return trees.some(
    (tree) =>
      [...tree.querySelectorAll(saidToLoad)].some(isShownInView) || tree.getAnimations().some(isSpinner),
  );
}

function isSpinner(animation: Animation): boolean {
  const turning = spinnerOf(animation);
  if (!turning) return false;
  return (
    namedSo.test(`${turning.className} ${turning.id} ${turning.parentElement?.className ?? ""}`) &&
    isShownInView(turning)
  );
}

function isShownInView(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && isInView(element);
}
