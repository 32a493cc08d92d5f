/** Boxes in view that change by themselves: films, canvases, animated pictures, running animations, the caret. */
import type { Rectangle } from "../../src/base/rectangle.ts";
import { mostMoving } from "../../src/capture/frame.ts";
import { cutAtWindow } from "./painted-boxes.ts";
import type { StandingElements } from "./standing-elements.ts";

const editable = "input,textarea,[contenteditable]:not([contenteditable=false])";

export function findMoving({ trees, selfMoving }: StandingElements): Rectangle[] {
  const elements = new Set<Element>([...selfMoving, ...animated(trees), ...withCaret(trees)]);
  return [...elements].flatMap(boxInWindow).slice(0, mostMoving);
}

/** What follows the scroll offset holds still as soon as the page does. */
function animated(trees: StandingElements["trees"]): Element[] {
  return trees
    .flatMap((tree) => tree.getAnimations())
    .filter(({ playState, timeline }) => playState === "running" && timeline instanceof DocumentTimeline)
    .flatMap(({ effect }) => (effect instanceof KeyframeEffect && effect.target ? [effect.target] : []));
}

function withCaret(trees: StandingElements["trees"]): Element[] {
  return trees.flatMap(({ activeElement }) => (activeElement?.matches(editable) ? [activeElement] : []));
}

function boxInWindow(element: Element): Rectangle[] {
  if (!element.checkVisibility({ visibilityProperty: true })) return [];
  const { x, y, width, height } = element.getBoundingClientRect();
  const box = cutAtWindow({ x, y, width, height });
  return box ? [box] : [];
}
