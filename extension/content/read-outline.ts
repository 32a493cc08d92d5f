/** Reads the page's structure into a flat list: what has a meaning, a text or an address, and whether it can be seen. */
import { type OutlineNode, outlineLimits } from "../../src/capture/page-outline.ts";
import { keptAttributes } from "./outline-attributes.ts";
import type { ReadingCap } from "./reading-cap.ts";
import { shadowRootOf } from "./shadow-roots.ts";
import { frameDocument } from "./views/page-documents.ts";

/** Programs, drawings, and everything a person may have typed into. */
const leftOut =
  'script, style, noscript, template, svg, canvas, input, textarea, select, datalist, object, embed, [contenteditable=""], [contenteditable="true"], [role="textbox"], link[rel~="stylesheet"], link[rel~="preload"], link[rel~="icon"]';

/** Kept even without text or attributes: they say where one thing ends and another begins. */
const meaningful = new Set(
  "article section main header footer nav aside h1 h2 h3 h4 h5 h6 p li dl dt dd tr td th blockquote pre time abbr br".split(
    " ",
  ),
);
const empty = new Set("br img video audio iframe source link meta".split(" "));

const headSelector =
  'link[rel~="alternate"][href^="at:"], link[rel~="canonical"], link[rel~="author"], link[rel~="me"], link[rel~="shortlink"], link[itemprop], meta[itemprop]';

export function readOutline(cap: ReadingCap): OutlineNode[] {
  const walk = new OutlineWalk(cap);
  for (const element of document.head?.querySelectorAll(headSelector) ?? []) walk.element(element, -1, 0);
  if (document.body) walk.element(document.body, -1, 0);
  return walk.nodes;
}

/** One element and what stands in it, by the same rules. */
export function readPart(element: Element, cap: ReadingCap): OutlineNode[] {
  const walk = new OutlineWalk(cap);
  walk.element(element, -1, 0);
  return walk.nodes;
}

class OutlineWalk {
  readonly nodes: OutlineNode[] = [];
  readonly #cap: ReadingCap;
  #characters = 0;
  #isFull = false;

  constructor(cap: ReadingCap) {
    this.#cap = cap;
  }

  element(element: Element, parent: number, depth: number): void {
    if (this.#isFull || element.matches(leftOut)) return;
    if (depth > outlineLimits.depth) this.#cut();
    else this.#keep(element, parent, depth);
  }

  #keep(element: Element, parent: number, depth: number): void {
    const attributes = keptAttributes(element, this.#cap);
    const own = onlyText(element);
    const isKept = own !== null || Object.keys(attributes).length > 0 || meaningful.has(element.localName);
    if (!isKept && isGroup(element)) {
      this.#children(element, parent, depth);
      return;
    }
    const place = this.#add({ parent, tag: element.localName.slice(0, 100) }, element, attributes);
    if (place < 0) return;
    if (own === null) this.#children(element, place, depth);
    else this.#setText(place, own, element);
    this.#dropEmpty(place);
  }

  #add(node: OutlineNode, element: Element, attributes: Record<string, string>): number {
    if (this.nodes.length >= outlineLimits.nodes) this.#cut();
    if (this.#isFull) return -1;
    const names = Object.keys(attributes);
    for (const name of names) this.#count(name.length + (attributes[name]?.length ?? 0));
    if (names.length > 0) node.attributes = attributes;
    if (!isShown(element)) node.isHidden = true;
    return this.nodes.push(node) - 1;
  }

  #children(element: Element, place: number, depth: number): void {
    const shadow = shadowRootOf(element);
    if (shadow) this.#list(shadow.childNodes, place, depth);
    this.#list(element.childNodes, place, depth);
    // A frame of the same origin is a part of the page: t.me shows its messages in one.
    const inside = frameDocument(element)?.body;
    if (inside) this.element(inside, place, depth + 1);
  }

  #list(children: Iterable<Node>, place: number, depth: number): void {
    for (const child of children) {
      // Nodes of a frame are of another realm, where `instanceof` knows none of them.
      if (child.nodeType === Node.ELEMENT_NODE) this.element(child as Element, place, depth + 1);
      else if (child.nodeType === Node.TEXT_NODE) this.#text(child as Text, place);
    }
  }

  #text(text: Text, parent: number): void {
    const host = text.parentElement;
    if (!host || this.#isFull || (!text.data.trim() && !partsWords(text))) return;
    if (this.nodes.length >= outlineLimits.nodes) {
      this.#cut();
      return;
    }
    const place = this.nodes.push({ parent, tag: "#text" }) - 1;
    if (!isShown(host)) (this.nodes[place] as OutlineNode).isHidden = true;
    this.#setText(place, text.data, host);
  }

  #setText(place: number, text: string, host: Element): void {
    const node = this.nodes[place];
    if (!node || !text) return;
    const kept = this.#cap.text("page outline", asShown(text, host), outlineLimits.textCharacters);
    this.#count(kept.length);
    node.text = kept;
  }

  /** What turned out to hold nothing says nothing. */
  #dropEmpty(place: number): void {
    const node = this.nodes[place];
    if (!node || place !== this.nodes.length - 1 || node.text || empty.has(node.tag)) return;
    if (Object.keys(node.attributes ?? {}).every((name) => name === "class")) this.nodes.pop();
  }

  #count(characters: number): void {
    this.#characters += characters;
    if (this.#characters > outlineLimits.characters) this.#cut();
  }

  #cut(): void {
    this.#isFull = true;
    this.#cap.leaveOut("page outline");
  }
}

const inline = /^(?:a|span|b|strong|em|i|u|s|font|img|time|code|mark|small|bdi|abbr)$/;

/** White space with something to read on both sides: without it two words would be one. */
function partsWords(text: Text): boolean {
  const [before, after] = [text.previousSibling, text.nextSibling];
  return [before, after].every(
    (side) => side?.nodeType === Node.TEXT_NODE || inline.test((side as Element | null)?.localName ?? ""),
  );
}

/** Boxes without a word of their own: their children stand for them. */
function isGroup(element: Element): boolean {
  return (
    element.childElementCount === 1 || /^(span|b|i|em|strong|u|font|bdi|center)$/.test(element.localName)
  );
}

function onlyText(element: Element): string | null {
  if (element.childElementCount > 0 || element.shadowRoot) return null;
  return element.textContent?.trim() ? element.textContent : null;
}

/** Line ends are white space unless the page shows them. */
function asShown(text: string, host: Element): string {
  if (!/[\n\t]| {2}/.test(text)) return text;
  const keepsLines = /\n/.test(text) && /^(pre|break)/.test(getComputedStyle(host).whiteSpace);
  return keepsLines ? text.replace(/[^\S\n]+/g, " ") : text.replace(/\s+/g, " ");
}

function isShown(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  // `display: contents` has no box of its own.
  const { parentElement } = element;
  return parentElement !== null && getComputedStyle(element).display === "contents" && isShown(parentElement);
}
