/** Plain looks of boxes, each worked out once for a list of points. */
import type { Rgb } from "../../src/capture/mask/painted.ts";
import { blend, colourOf, type Rgba } from "./css-colour.ts";

const controls = "input,select,button,textarea,progress,meter,summary,[contenteditable]";

interface BoxLook {
  ground: Rgba;
  inks: Rgb[];
  /** The browser draws it in colours of its own. */
  isControl: boolean;
}

export class BoxLooks {
  readonly #looks = new Map<Element, BoxLook>();
  readonly #opacities = new Map<Element, number>();

  lookOf(element: Element): BoxLook {
    const known = this.#looks.get(element);
    if (known) return known;
    const style = getComputedStyle(element);
    const [red, green, blue, alpha] = colourOf(style.backgroundColor);
    const look: BoxLook = {
      ground: [red, green, blue, alpha * this.#opacityOf(element)],
      inks: inksOf(style),
      isControl: element.matches(controls) && style.appearance !== "none",
    };
    this.#looks.set(element, look);
    return look;
  }

  /** What these boxes, topmost first, come to on a ground. */
  groundOf(boxes: readonly Element[], base: Rgb): Rgb {
    return boxes.reduceRight<Rgb>((below, element) => blend(below, this.lookOf(element).ground), base);
  }

  #opacityOf(element: Element): number {
    const known = this.#opacities.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const opacity = Number(getComputedStyle(element).opacity) * (parent ? this.#opacityOf(parent) : 1);
    this.#opacities.set(element, opacity);
    return opacity;
  }
}

/** The parent in the drawn tree. */
export function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

const sides = ["Top", "Right", "Bottom", "Left"] as const;

function inksOf(style: CSSStyleDeclaration): Rgb[] {
  const borders = sides
    .filter((side) => Number.parseFloat(style[`border${side}Width`]) > 0)
    .map((side) => style[`border${side}Color`]);
  const colours = new Set([style.color, style.textDecorationColor, style.outlineColor, ...borders]);
  return Array.from(colours, colourOf)
    .filter(([, , , alpha]) => alpha > 0)
    .map(([red, green, blue]) => [red, green, blue]);
}
