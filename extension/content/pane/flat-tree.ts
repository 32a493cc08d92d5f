/** The page as it is drawn: through shadow roots, open and closed, and through slots. Reads only. */
import { shadowRootOf } from "../shadow-roots.ts";

/** Children as they are drawn: those of the shadow root where there is one, what is slotted in place of a slot. */
export function drawnChildren(element: Element): Element[] {
  if (element instanceof HTMLSlotElement) {
    const slotted = element.assignedElements();
    return slotted.length > 0 ? slotted : [...element.children];
  }
  return [...(shadowRootOf(element) ?? element).children];
}

/** The element in which another is drawn; null at the root. */
export function drawnParent(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

export function isDrawnIn(element: Element, container: Element): boolean {
  for (let at: Element | null = element; at; at = drawnParent(at)) if (at === container) return true;
  return false;
}

/** All elements drawn in one that match, outermost first; no more than `most` are looked at. */
export function drawnMatches(container: Element, selector: string, most = 30_000): Element[] {
  const found: Element[] = [];
  const queue = drawnChildren(container);
  for (let index = 0; index < queue.length && index < most; index += 1) {
    const element = queue[index];
    if (!element) break;
    if (element.matches(selector)) found.push(element);
    queue.push(...drawnChildren(element));
  }
  return found;
}

/** The innermost element drawn at a point of the window, out of shadow trees too. */
export function drawnAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (let depth = 0; hit && depth < 20; depth += 1) {
    const inner: Element | null = shadowRootOf(hit)?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === hit) return hit;
    hit = inner;
  }
  return hit;
}
