/** Every tree that a page shows and lets itself be read: its document, frames of the same origin, all shadow roots. */
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { shadowRootOf } from "../shadow-roots.ts";

export type Tree = Document | ShadowRoot;

const mostTrees = 5_000;

export function readableTrees(): Tree[] {
  const trees: Tree[] = [document];
  // The list grows while it is walked: trees may hold trees.
  for (const tree of trees) {
    if (trees.length > mostTrees) return trees;
    for (const element of tree.querySelectorAll("*")) {
      const root = shadowRootOf(element);
      if (root) trees.push(root);
      const inside = frameDocument(element);
      if (inside) trees.push(inside);
    }
  }
  return trees;
}

/** Null for a frame of another origin, a sandboxed one, and what is no frame. */
export function frameDocument(element: Element): Document | null {
  if (element.localName !== "iframe" && element.localName !== "frame") return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** CSS pixels from the top left corner of the main document, whichever frame the element stands in. */
export function boxInPage(element: Element): Rectangle {
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { x: left + window.scrollX, y: top + window.scrollY };
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = frame.getBoundingClientRect();
    at.x += outer.left + frame.clientLeft;
    at.y += outer.top + frame.clientTop;
  }
  return { x: round(at.x), y: round(at.y), width: round(width), height: round(height) };
}

function frameOf(element: Element): Element | null {
  return element.ownerDocument === document
    ? null
    : (element.ownerDocument.defaultView?.frameElement ?? null);
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}

/** The address an attribute means where it stands; the text itself where it means none. */
export function absolute(address: string, base: string): string {
  return URL.canParse(address, base) ? new URL(address, base).href : address;
}
