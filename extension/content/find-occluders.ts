/** Finds what stands in front of the page in view, in every tree, closed shadow roots included. */
import { mostOccluders, type Occluder } from "../../src/capture/occluder.ts";
import { paintedBoxes } from "./painted-boxes.ts";
import { parentAcross } from "./shadow-roots.ts";

/** Half a device pixel at the coarsest ratio. */
const tolerance = 0.6;

export class OccluderFinder {
  readonly #keys = new WeakMap<Element, string>();
  readonly #elements = new Map<string, WeakRef<HTMLElement>>();
  #last = 0;

  /** `scroller` is the element that is scrolled; null for the document. */
  find(positioned: readonly HTMLElement[], scroller: Element | null): Occluder[] {
    const found: Occluder[] = [];
    for (const element of positioned) {
      const kind = kindOf(element, scroller);
      if (!kind) continue;
      const boxes = paintedBoxes(element);
      found.push(...boxes.map((box, index) => ({ box, kind, key: `${this.#keyOf(element)}.${index}` })));
    }
    return found.slice(0, mostOccluders);
  }

  /** The elements with these keys that are still there, each once. */
  elementsOf(keys: readonly string[]): HTMLElement[] {
    const elements = keys.map((key) => this.#elements.get(key.split(".")[0] ?? "")?.deref());
    return [...new Set(elements)].filter((element) => element !== undefined);
  }

  #keyOf(element: HTMLElement): string {
    const known = this.#keys.get(element);
    if (known) return known;
    this.#last += 1;
    const key = String(this.#last);
    this.#keys.set(element, key);
    this.#elements.set(key, new WeakRef(element));
    return key;
  }
}

/** Null where it does not stand in front while `scroller` is scrolled: it is hidden, at its own place, or goes along. */
function kindOf(element: HTMLElement, scroller: Element | null): Occluder["kind"] | null {
  if (!element.checkVisibility({ opacityProperty: true })) return null;
  const style = getComputedStyle(element);
  if (style.position === "fixed") return goesAlong(element) ? null : "fixed";
  if (style.position !== "sticky" || scrollerOf(element) !== scroller) return null;
  return isStuck(element, style, scroller) ? "sticky" : null;
}

/** A fixed element inside a transformed one is fixed to that, and scrolls with it. */
function goesAlong(element: Element): boolean {
  for (let at = parentAcross(element); at; at = parentAcross(at)) {
    const { transform, perspective, filter, backdropFilter, contain, willChange, translate, rotate, scale } =
      getComputedStyle(at);
    const transforms = [transform, perspective, filter, backdropFilter, translate, rotate, scale];
    if (transforms.some((value) => value !== "none" && value !== "")) return at !== document.documentElement;
    if (/paint|layout|strict|content/.test(contain)) return true;
    if (/transform|perspective|filter|translate|rotate|scale/.test(willChange)) return true;
  }
  return false;
}

/** The nearest box that scrolls or could; null for the document. */
function scrollerOf(element: Element): Element | null {
  for (let at = parentAcross(element); at; at = parentAcross(at)) {
    if (at === document.body || at === document.documentElement) continue;
    const { overflowX, overflowY } = getComputedStyle(at);
    if ([overflowX, overflowY].some((overflow) => !/^(visible|clip)$/.test(overflow))) return at;
  }
  return null;
}

interface ScrollPort {
  top: number;
  left: number;
  bottom: number;
  right: number;
  isAtTop: boolean;
  isAtLeft: boolean;
  isAtBottom: boolean;
  isAtRight: boolean;
}

/**
 * Whether it was moved from its own place. Elements are at their place where the scroller stands at that end, and
 * otherwise where they have not reached their inset.
 */
function isStuck(element: Element, style: CSSStyleDeclaration, scroller: Element | null): boolean {
  const box = element.getBoundingClientRect();
  const port = scrollPort(scroller);
  const inset = (value: string) => (value === "auto" ? null : Number.parseFloat(value));
  const [top, left, bottom, right] = [style.top, style.left, style.bottom, style.right].map(inset);
  return (
    (top != null && !port.isAtTop && box.top <= port.top + top + tolerance) ||
    (left != null && !port.isAtLeft && box.left <= port.left + left + tolerance) ||
    (bottom != null && !port.isAtBottom && box.bottom >= port.bottom - bottom - tolerance) ||
    (right != null && !port.isAtRight && box.right >= port.right - right - tolerance)
  );
}

function scrollPort(scroller: Element | null): ScrollPort {
  const root = document.scrollingElement ?? document.documentElement;
  const at = scroller ?? root;
  const { left, top } = scroller?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const across = Math.abs(at.scrollLeft);
  const isRightToLeft = getComputedStyle(at).direction === "rtl";
  const isAtStart = across < 1;
  const isAtEnd = across >= at.scrollWidth - at.clientWidth - 1;
  return {
    top: top + at.clientTop,
    left: left + at.clientLeft,
    bottom: top + at.clientTop + at.clientHeight,
    right: left + at.clientLeft + at.clientWidth,
    isAtTop: Math.abs(at.scrollTop) < 1,
    isAtBottom: at.scrollTop >= at.scrollHeight - at.clientHeight - 1,
    isAtLeft: isRightToLeft ? isAtEnd : isAtStart,
    isAtRight: isRightToLeft ? isAtStart : isAtEnd,
  };
}
