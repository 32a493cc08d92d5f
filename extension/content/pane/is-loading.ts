/** Whether something in view of a scroller says that more is on its way. */
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { drawnMatches, isDrawnIn } from "./flat-tree.ts";

const loaders =
  '[aria-busy="true"],[role="progressbar"],progress,[class*="spinner" i],[class*="loader" i],[class*="loading" i]';
/** CSS pixels: what turns without end and is larger than this is decoration. */
const largestSpinner = 160;

export function isLoading(scroller: Element, clip: Rectangle): boolean {
  if (scroller.getAttribute("aria-busy") === "true") return true;
  return (
    drawnMatches(scroller, loaders).some((element) => isShown(element, clip)) || hasSpinner(scroller, clip)
  );
}

function hasSpinner(scroller: Element, clip: Rectangle): boolean {
  return document.getAnimations().some(({ effect, playState }) => {
    const target = effect instanceof KeyframeEffect ? effect.target : null;
    if (!target || playState !== "running" || effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
      return false;
    const { width, height } = target.getBoundingClientRect();
    return Math.max(width, height) <= largestSpinner && isDrawnIn(target, scroller) && isShown(target, clip);
  });
}

function isShown(element: Element, clip: Rectangle): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  const isInClip = bottom > clip.y && top < clip.y + clip.height && width > 0 && height > 0;
  return isInClip && element.checkVisibility({ visibilityProperty: true });
}
