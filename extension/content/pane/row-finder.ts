/**
 * Finds the rows of a scroller: what the page itself names a row, else the children that best tile it. The choice is
 * made once and kept while it holds, so that two looks at the same list see the same rows.
 */
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { drawnChildren, drawnMatches } from "./flat-tree.ts";
import { sharesOf } from "./row-coverage.ts";

const namedRows = [
  '[role="row"],tr',
  '[role="listitem"],li',
  '[role="article"],article',
  "[data-index]",
  "[aria-posinset]",
  "[data-message-id]",
] as const;

/** Shares of the clip's height that rows in view cover at least. */
const namedShare = 0.5;
const tiledShare = 0.3;
/** A row without a name that is higher than this share of the clip is a group of rows. */
const groupShare = 0.5;
const deepest = 14;
/** Looks in a row at too few rows, after which the choice was a bad one: lists are empty while they are being drawn. */
const mostBareLooks = 12;

export class RowFinder {
  readonly #scroller: Element;
  #candidates: (() => Element[]) | null = null;
  #bareLooks = 0;

  constructor(scroller: Element) {
    this.#scroller = scroller;
  }

  /** Rows in view, from top to bottom. */
  find(clip: Rectangle): Element[] {
    const all = this.#candidates?.() ?? [];
    const kept = inView(all, clip);
    this.#bareLooks = sharesOf(kept, clip).covered >= tiledShare ? 0 : this.#bareLooks + 1;
    if (all.length > 0 && this.#bareLooks < mostBareLooks) return ordered(kept);
    this.#bareLooks = 0;
    this.#candidates = this.#named(clip) ?? this.#tiling(clip);
    return ordered(inView(this.#candidates(), clip));
  }

  #named(clip: Rectangle): (() => Element[]) | null {
    for (const selector of namedRows) {
      const find = () => outermost(drawnMatches(this.#scroller, selector), clip);
      if (sharesOf(inView(find(), clip), clip).covered >= namedShare) return find;
    }
    return null;
  }

  /** The element whose children in view cover most of the clip, the outermost of those with several. */
  #tiling(clip: Rectangle): () => Element[] {
    let best: { element: Element; score: number } = { element: this.#scroller, score: -1 };
    let level: Element[] = [this.#scroller];
    for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
      for (const element of level) {
        const { covered, rows } = sharesOf(inView(drawnChildren(element), clip), clip);
        const score = rows > 1 ? covered : covered / 2;
        if (score > best.score + 0.05) best = { element, score };
      }
      level = level.flatMap((element) => inView(drawnChildren(element), clip)).slice(0, 50);
    }
    const { element } = best;
    return () => drawnChildren(element).flatMap((child) => ungrouped(child, clip, 0));
  }
}

/** Rows in rows belong to the outer one, unless that one is a group higher than the clip. */
function outermost(elements: readonly Element[], clip: Rectangle): Element[] {
  const all = new Set(elements);
  const isGroup = (element: Element) =>
    element.getBoundingClientRect().height > clip.height &&
    [...all].filter((other) => other !== element && element.contains(other)).length > 1;
  const groups = new Set(elements.filter(isGroup));
  return elements.filter((element) => {
    if (groups.has(element)) return false;
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (all.has(at) && !groups.has(at)) return false;
    }
    return true;
  });
}

/** Whether a group is one depends on its height alone, not on what of it is in view. */
function ungrouped(element: Element, clip: Rectangle, depth: number): Element[] {
  const { height } = element.getBoundingClientRect();
  if (depth > 4 || height <= clip.height * groupShare) return [element];
  const children = drawnChildren(element).filter(takesPart);
  const tiled = children.reduce((sum, child) => sum + child.getBoundingClientRect().height, 0);
  if (children.length < 2 || tiled < height * 0.7 || tiled > height * 1.1) return [element];
  return children.flatMap((child) => ungrouped(child, clip, depth + 1));
}

function inView(elements: readonly Element[], clip: Rectangle): Element[] {
  return elements.filter((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isShown =
      bottom > clip.y && top < clip.y + clip.height && right > clip.x && left < clip.x + clip.width;
    return isShown && takesPart(element);
  });
}

/** What is stuck to an edge goes along with the window; what is empty only keeps room free. */
function takesPart(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width < 1 || height < 1) return false;
  return !/^(sticky|fixed)$/.test(getComputedStyle(element).position) && hasContent(element);
}

const media = "img,video,audio,canvas,svg,iframe,picture,object,embed";

function hasContent(element: Element): boolean {
  if (/\S/.test(element.textContent ?? "") || element.matches(media)) return true;
  return element.querySelector(media) !== null || drawnChildren(element).some(hasContent);
}

function ordered(rows: readonly Element[]): Element[] {
  const place = (row: Element) => row.getBoundingClientRect();
  return rows
    .map((row) => ({ row, box: place(row) }))
    .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left)
    .map(({ row }) => row);
}
