/**
 * Which elements a style sheet gives an image: as surveyed before the mask, and as classes, sheets and new elements
 * bring them afterwards. Those are hidden before anybody sees them, so only the rules can tell of them.
 */
import type { StyledImage } from "./image-survey.ts";
import type { ImageRule } from "./image-rules.ts";
import { WatchedTree } from "./watched-tree.ts";

type Tree = Document | ShadowRoot;
type Styled = ReadonlyMap<Element, readonly StyledImage[]>;

/** One look at what changed may take so long; what is left is looked at in the next. */
const budgetMs = 20;

export class StyledLater {
  readonly #survey: Styled;
  readonly #watched = new Map<Tree, WatchedTree>();
  readonly #later = new Map<Element, readonly ImageRule[]>();

  /** `survey` is of this moment: what changes from now on is followed. */
  constructor(survey: Styled, trees: readonly Tree[]) {
    this.#survey = survey;
    for (const tree of trees) this.#watched.set(tree, new WatchedTree(tree, "known"));
  }

  /** Surveyed or brought later; a tree nobody knew of is looked at whole. */
  inTrees(trees: readonly Tree[]): Styled {
    const until = performance.now() + budgetMs;
    for (const tree of trees) {
      const watched = this.#watched.get(tree) ?? new WatchedTree(tree, "new");
      this.#watched.set(tree, watched);
      watched.eachGivenAnImage(until, (element, rules) => {
        if (!this.#survey.has(element)) this.#later.set(element, rules);
      });
    }
    return new Map([...this.#stillStyled(), ...this.#survey]);
  }

  stop(): void {
    for (const watched of this.#watched.values()) watched.stop();
  }

  /** A class may go again as it came. */
  #stillStyled(): [Element, StyledImage[]][] {
    return [...this.#later].flatMap(([element, rules]): [Element, StyledImage[]][] => {
      const standing = rules.filter(({ selector }) => element.matches(selector));
      const images = standing.flatMap((rule) => rule.imagesOn(element));
      return images.length > 0 ? [[element, images]] : [];
    });
  }
}
