/** Whether something in view of a scroller says that more is on its way. */
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { saidToLoad, spinnerOf } from "../loading-signs.ts";
import { drawnMatches, isDrawnIn } from "./flat-tree.ts";

/** In a list nothing else is called so, whether it turns or not. */
const named = '[class*="spinner" i],[class*="loader" i],[class*="loading" i]';

export function isLoading(scroller: Element, clip: Rectangle): boolean {
  if (scroller.getAttribute("aria-busy") === "true") return true;
  return (
    drawnMatches(scroller, `${saidToLoad},${named}`).some((element) => isShown(element, clip)) ||
    document.getAnimations().some((animation) => turnsIn(scroller, clip, spinnerOf(animation)))
  );
}

function turnsIn(scroller: Element, clip: Rectangle, turning: Element | null): boolean {
  return turning !== null && isDrawnIn(turning, scroller) && isShown(turning, clip);
}

function isShown(element: Element, clip: Rectangle): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  const isInClip = bottom > clip.y && top < clip.y + clip.height && width > 0 && height > 0;
  return isInClip && element.checkVisibility({ visibilityProperty: true });
}
