/**
 * Keeps at hand the few elements that a look at the page needs again and again: fixed and sticky ones, and those that
 * change by themselves. Every element is looked at again only after something changed.
 */
import { allTrees } from "./shadow-roots.ts";

const selfMoving = "video,canvas,marquee,img";
const animatedPicture = /\.gif(?:$|[?#])|^data:image\/gif/i;

export interface StandingElements {
  trees: readonly (Document | ShadowRoot)[];
  /** Fixed or sticky in style; whether they stand in front just now is another question. */
  positioned: readonly HTMLElement[];
  selfMoving: readonly HTMLElement[];
}

export class StandingElementsFinder {
  #found: StandingElements | null = null;
  readonly #observed = new WeakSet<Node>();
  readonly #observer = new MutationObserver(() => {
    this.#found = null;
  });

  find(): StandingElements {
    this.#found ??= this.#search();
    return this.#found;
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #search(): StandingElements {
    const trees = allTrees();
    for (const tree of trees) this.#observe(tree);
    const positioned = trees.flatMap((tree) =>
      [...tree.querySelectorAll<HTMLElement>("*")].filter(isPositioned),
    );
    const moving = trees.flatMap((tree) =>
      [...tree.querySelectorAll<HTMLElement>(selfMoving)].filter(movesItself),
    );
    return { trees, positioned, selfMoving: moving };
  }

  /** Classes and styles are how a header becomes fixed while scrolling. */
  #observe(tree: Node): void {
    if (this.#observed.has(tree)) return;
    this.#observed.add(tree);
    this.#observer.observe(tree, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["class", "style", "hidden", "open", "src"],
    });
  }
}

function isPositioned(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === "fixed" || position === "sticky";
}

/** Of pictures only those that call themselves animated: what a picture holds is not for us to open. */
function movesItself(element: Element): boolean {
  return !(element instanceof HTMLImageElement) || animatedPicture.test(element.currentSrc || element.src);
}
