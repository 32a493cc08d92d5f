/** What says that more is on its way. The document and inner scrollers look for it, each in its own part of the window. */

/** In words for machines. A bar that says how far it is may be a poll. */
export const saidToLoad = '[aria-busy="true"],[role="progressbar"],progress:not([value])';
/** CSS pixels; larger things that turn are decoration. */
const largestSpinner = 160;

/** The small element that an animation turns without end; null where it does anything else. */
export function spinnerOf({ effect, playState }: Animation): Element | null {
  if (playState !== "running" || !(effect instanceof KeyframeEffect) || !effect.target) return null;
  if (effect.getTiming().iterations !== Number.POSITIVE_INFINITY) return null;
  const { width, height } = effect.target.getBoundingClientRect();
  return Math.max(width, height) <= largestSpinner ? effect.target : null;
}
