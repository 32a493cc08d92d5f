/** What stands at points of the window when every picture is hidden: plain colours, words, controls. */
import type { Painted, Point, Rgb } from "../../src/capture/mask/painted.ts";
import { BoxLooks, parentOf } from "./box-looks.ts";
import { blend, colourOf } from "./css-colour.ts";
import type { HiddenElement } from "./hidden-in-view.ts";
import { shadowRootOf } from "./shadow-roots.ts";

const pictographs = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;
const mostInks = 16;
const mostBehind = 4;

/** `hidden` is what the mask hides in view: the boxes it stands in may lie out of reach of a click. */
export function paintedAt(points: readonly Point[], hidden: readonly HiddenElement[]): Painted[] {
  const looks = new BoxLooks();
  const base = canvasColour();
  return points.map((point) => {
    const stack = stackAt(point);
    const behind = hidden.filter(({ box }) => isInside(point, box)).slice(0, mostBehind);
    const chains = [stack, ...behind.map(({ element }) => ancestorsOf(element))];
    const letters = lettersAt(point);
    return {
      grounds: chains.map((boxes) => looks.groundOf(boxes, base)),
      inks: stack.flatMap((element) => looks.lookOf(element).inks).slice(0, mostInks),
      hasText: letters !== "",
      isOwnDrawing: pictographs.test(letters) || stack.some((element) => looks.lookOf(element).isControl),
    };
  });
}

/** From the topmost box down, through shadow trees. */
function stackAt({ x, y }: Point, root: Document | ShadowRoot = document): Element[] {
  return root.elementsFromPoint(x, y).flatMap((element) => {
    const inner = element.getRootNode() === root ? shadowRootOf(element) : null;
    return inner
      ? [...stackAt({ x, y }, inner).filter((one) => one.getRootNode() === inner), element]
      : [element];
  });
}

function ancestorsOf(element: Element): Element[] {
  const parent = parentOf(element);
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

function isInside({ x, y }: Point, box: HiddenElement["box"]): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

/** The letters around the point, empty where there are none. */
function lettersAt({ x, y }: Point): string {
  const caret = document.caretPositionFromPoint?.(x, y);
  const text = caret?.offsetNode.nodeType === Node.TEXT_NODE ? (caret.offsetNode.textContent ?? "") : "";
  if (!caret || text === "") return "";
  const from = Math.max(0, caret.offset - 3);
  const to = Math.min(text.length, caret.offset + 3);
  const range = document.createRange();
  range.setStart(caret.offsetNode, from);
  range.setEnd(caret.offsetNode, to);
  const isHere = [...range.getClientRects()].some((box) => isInside({ x, y }, grown(box)));
  return isHere ? text.slice(from, to) : "";
}

/** Ink may stand out of a letter's box. */
function grown({ x, y, width, height }: DOMRect): HiddenElement["box"] {
  return { x: x - 4, y: y - 4, width: width + 8, height: height + 8 };
}

/** What the window is filled with before anything is painted on it. */
function canvasColour(): Rgb {
  const { colorScheme } = getComputedStyle(document.documentElement);
  const isDark =
    /dark/.test(colorScheme) &&
    (!/light/.test(colorScheme) || matchMedia("(prefers-color-scheme: dark)").matches);
  const canvas: Rgb = isDark ? [18, 18, 18] : [255, 255, 255];
  return [document.body, document.documentElement].reduce<Rgb>(
    (below, element) => (element ? blend(below, colourOf(getComputedStyle(element).backgroundColor)) : below),
    canvas,
  );
}
