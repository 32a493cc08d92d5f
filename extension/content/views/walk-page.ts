/** Walks the page into a plain tree. It reads only: no node is cloned, changed, or made in the page. */
import type { Namespace, PageElement, PageNode, PageTree } from "../../../src/capture/views/page-tree.ts";
import { viewLimits } from "../../../src/capture/views/page-views.ts";
import type { ReadingCap } from "../reading-cap.ts";
import { shadowRootOf } from "../shadow-roots.ts";
import { frameDocument } from "./page-documents.ts";
import type { StyleReading } from "./read-style-sheets.ts";

/** Chromium's parser nests no deeper; scripts can. */
const deepest = 512;
const namespaces: Record<string, Namespace> = {
  "http://www.w3.org/2000/svg": "svg",
  "http://www.w3.org/1998/Math/MathML": "math",
};
/** Nothing in them is shown, and some of it is nobody's business. */
const unread = /^(?:script|noscript|template|meta|base|object|embed|audio|video|canvas)$/;
const takesRoom = /^(?:img|video|canvas|iframe|frame|object|embed)$/;

export class PageWalk {
  readonly #cap: ReadingCap;
  readonly #styles: StyleReading;
  #left: number = viewLimits.nodes;

  constructor(cap: ReadingCap, styles: StyleReading) {
    this.#cap = cap;
    this.#styles = styles;
  }

  document(): PageTree {
    return { root: this.#element(document.documentElement, 0), adopted: this.#styles.adopted(document) };
  }

  #element(element: Element, depth: number): PageElement {
    const styleText = this.#styles.textOf(element);
    return {
      name: element.localName,
      namespace: namespaces[element.namespaceURI ?? ""] ?? "html",
      attributes: Array.from(element.attributes, ({ name, value }) => [name, value] as const),
      children: styleText === undefined ? this.#children(element, depth) : [],
      ...(styleText !== undefined && { styleText }),
      ...this.#trees(element, depth),
      ...fieldState(element),
      ...(takesRoom.test(element.localName) && { drawn: element.getBoundingClientRect() }),
    };
  }

  #children(parent: Node, depth: number): PageNode[] {
    if (parent.nodeType === Node.ELEMENT_NODE && unread.test((parent as Element).localName)) return [];
    const nodes: PageNode[] = [];
    for (const child of parent.childNodes) {
      if (!this.#hasRoom(depth)) return nodes;
      if (child.nodeType === Node.TEXT_NODE) nodes.push((child as Text).data);
      else if (child.nodeType === Node.ELEMENT_NODE) nodes.push(this.#element(child as Element, depth + 1));
    }
    return nodes;
  }

  #hasRoom(depth: number): boolean {
    this.#left -= 1;
    if (this.#left >= 0 && depth < deepest) return true;
    this.#cap.leaveOut("static copy");
    return false;
  }

  #trees(element: Element, depth: number): Pick<PageElement, "shadow" | "frame"> {
    const root = shadowRootOf(element);
    const inside = frameDocument(element)?.documentElement;
    return {
      ...(root && {
        shadow: {
          mode: root.mode,
          children: this.#children(root, depth),
          adopted: this.#styles.adopted(root),
        },
      }),
      ...(inside && depth < deepest && { frame: this.#element(inside, depth + 1) }),
    };
  }
}

/** What stands in the field now. Which of it may be written down is decided by `mayKeepValue`. */
function fieldState(element: Element): Pick<PageElement, "value" | "isChecked" | "isSelected"> {
  switch (element.localName) {
    case "input": {
      const { value, checked } = element as HTMLInputElement;
      return { value, isChecked: checked };
    }
    case "textarea":
      return { value: (element as HTMLTextAreaElement).value };
    case "option":
      return { isSelected: (element as HTMLOptionElement).selected };
    default:
      return {};
  }
}
