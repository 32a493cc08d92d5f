/**
 * Keeps at hand the few elements that a look at the page needs again and again: fixed and sticky ones, and those that
 * change by themselves. Every element is looked at again only after something changed.
 */
import { allTrees } from "./shadow-roots.ts";

const selfMoving = "video,canvas,marquee";
const animatedPicture = /\.gif(?:$|[?#])|^data:image\/gif/i;

export interface StandingElements {
  trees: readonly (Document | ShadowRoot)[];
  /** Fixed or sticky in style; whether they stand in front just now is another question. */
  positioned: readonly HTMLElement[];
  selfMoving: readonly HTMLElement[];
  images: readonly HTMLImageElement[];
}

export class StandingElementsFinder {
  #found: StandingElements | null = null;
  #recent: StandingElements | null = null;
  readonly #observed = new WeakSet<Node>();
  readonly #observer = new MutationObserver(() => {
    this.#found = null;
  });

  find(): StandingElements {
    this.#found ??= this.#search();
    this.#recent = this.#found;
    return this.#found;
  }

  /** As found the last time, whatever changed since: for looks that are repeated many times a second. */
  recent(): StandingElements {
    return this.#recent ?? this.find();
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #search(): StandingElements {
    const trees = allTrees();
    for (const tree of trees) this.#observe(tree);
    const all = <E extends Element>(selector: string) =>
      trees.flatMap((tree) => [...tree.querySelectorAll<E>(selector)]);
    const images = all<HTMLImageElement>("img");
    return {
      trees,
      images,
      positioned: all<HTMLElement>("*").filter(isPositioned),
      selfMoving: [...all<HTMLElement>(selfMoving), ...images.filter(isAnimated)],
    };
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

/** Only pictures that call themselves animated: what a picture holds is not for us to open. */
function isAnimated(image: HTMLImageElement): boolean {
  return animatedPicture.test(image.currentSrc || image.src);
}
