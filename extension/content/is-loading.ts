/** Whether something in view says that more is on its way: in words for machines, or as a spinner that turns. */
import type { StandingElements } from "./standing-elements.ts";

const said = "[aria-busy=true],[role=progressbar],progress:not([value])";
const namedSo = /spinner|loader|loading/i;
/** CSS pixels; larger things that turn are no spinners. */
const largestSpinner = 160;

export function isLoading({ trees }: StandingElements): boolean {
  return trees.some(
    (tree) => [...tree.querySelectorAll(said)].some(isInView) || tree.getAnimations().some(isSpinner),
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
    isInView(target)
  );
}

function isInView(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
