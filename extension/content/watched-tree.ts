/** One tree of the page: where it changed since the last look, and which elements there a rule gives an image. */
import { type ImageRule, imageRules, sheetsSignature } from "./image-rules.ts";

type Tree = Document | ShadowRoot;

/** From so many changed places on, the whole tree is one. */
const mostPlaces = 40;

export class WatchedTree {
  readonly #tree: Tree;
  readonly #observer = new MutationObserver((records) => this.#noteAll(records));
  readonly #places = new Set<ParentNode>();
  #signature: string | null;
  #rules: ImageRule[] | null = null;

  /** A `new` one has never been looked at. */
  constructor(tree: Tree, state: "known" | "new") {
    this.#tree = tree;
    this.#signature = state === "new" ? null : sheetsSignature(tree);
    this.#observer.observe(tree, { childList: true, subtree: true, attributes: true });
  }

  /** `until` is a time of `performance.now()`; places that are not reached by then are left for the next look. */
  eachGivenAnImage(until: number, note: (element: Element, rules: readonly ImageRule[]) => void): void {
    this.#noteAll(this.#observer.takeRecords());
    this.#noteSheets();
    if (this.#places.size > mostPlaces) this.#noteWhole();
    for (const place of this.#places) {
      if (performance.now() > until) return;
      this.#places.delete(place);
      for (const [element, rules] of this.#givenAnImage(place)) note(element, rules);
    }
  }

  stop(): void {
    this.#observer.disconnect();
  }

  /** A class may change what stands beside and below its element: the place is the one around it. */
  #noteAll(records: readonly MutationRecord[]): void {
    for (const { target } of records) {
      const place = target.parentNode ?? target;
      if ("querySelectorAll" in place) this.#places.add(place as ParentNode);
    }
  }

  #noteSheets(): void {
    const signature = sheetsSignature(this.#tree);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#rules = null;
    this.#noteWhole();
  }

  #noteWhole(): void {
    this.#places.clear();
    this.#places.add(this.#tree);
  }

  #givenAnImage(place: ParentNode): Map<Element, ImageRule[]> {
    this.#rules ??= imageRules(this.#tree);
    const given = new Map<Element, ImageRule[]>();
    for (const rule of this.#rules) {
      for (const element of found(place, rule.selector))
        given.set(element, [...(given.get(element) ?? []), rule]);
    }
    return given;
  }
}

/** A selector in another browser's dialect finds nothing. */
function found(place: ParentNode, selector: string): Iterable<Element> {
  try {
    return place.querySelectorAll(selector);
  } catch {
    return [];
  }
}
