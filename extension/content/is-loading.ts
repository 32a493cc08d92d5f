/** Whether something in view says that more is on its way: in words for machines, or as a spinner that turns. */
import { isInView } from "./in-view.ts";
import type { StandingElements } from "./standing-elements.ts";

const said = "[aria-busy=true],[role=progressbar],progress:not([value])";
const namedSo = /spinner|loader|loading/i;
/** CSS pixels; larger things that turn are no spinners. */
const largestSpinner = 160;

export function isLoading({ trees }: StandingElements): boolean {
  return trees.some(
    (tree) => [...tree.querySelectorAll(said)].some(isShownInView) || tree.getAnimations().some(isSpinner),
  );
}

function isSpinner({ effect, playState }: Animation): boolean {
  if (playState !== "running" || !(effect instanceof KeyframeEffect) || !effect.target) return false;
  const { target } = effect;
  const { width, height } = target.getBoundingClientRect();
  return (
    effect.getComputedTiming().iterations === Number.POSITIVE_INFINITY &&
    width <= largestSpinner &&
    height <= largestSpinner &&
    namedSo.test(`${target.className} ${target.id} ${target.parentElement?.className ?? ""}`) &&
    isShownInView(target)
  );
}

function isShownInView(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && isInView(element);
}
