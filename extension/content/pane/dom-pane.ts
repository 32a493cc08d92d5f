/** An inner scroller as the capture sees it. It reads and scrolls; it adds nothing and changes nothing. */
import type { Rectangle } from "../../../src/base/rectangle.ts";
import type { PaneProbe } from "../../../src/capture/pane/pane-probe.ts";
import {
  type Heading,
  type PaneRow,
  type PaneView,
  paneViewLimits,
} from "../../../src/capture/pane/pane-view.ts";
import { textDigest } from "../../../src/capture/pane/row-key.ts";
import { afterFrame, catchUp } from "../drawn-frame.ts";
import { pendingImagesInView, wait } from "../page-settling.ts";
import { findCovers } from "./find-covers.ts";
import { drawnParent } from "./flat-tree.ts";
import { isLoading } from "./is-loading.ts";
import { paneClip } from "./pane-clip.ts";
import { readRow } from "./read-row.ts";
import { RowFinder } from "./row-finder.ts";
import { scrollExtent } from "./scroll-extent.ts";
import { statedRows } from "./stated-rows.ts";

/** About five seconds of looks, for the whole pane. */
const mostPictureLooks = 300;
const settleCapMs = 1_500;
/** Looks in a row, one a drawn frame, that see the same. */
const steadyLooks = 2;

/** At the rows in view, one a drawn frame. */
interface Looks {
  begunMs: number;
  frames: number;
  digest: string | null;
  /** Of the last ones, how many saw the same as the one before. */
  same: number;
}

function noLook(): Looks {
  return { begunMs: performance.now(), frames: 0, digest: null, same: 0 };
}

interface Position {
  element: Element;
  left: number;
  top: number;
}

export class DomPane implements PaneProbe {
  readonly element: HTMLElement;
  readonly #rows: RowFinder;
  readonly #onEnter: (pane: DomPane | null) => void;
  #pictureLooks = 0;
  /** Glances since the last scroll. */
  #looks: Looks | null = null;
  #before: { positions: Position[]; fromEnd: number | null } = { positions: [], fromEnd: null };

  /** `onEnter` hears of this pane while it is walked over, and of null afterwards. */
  constructor(element: HTMLElement, onEnter: (pane: DomPane | null) => void) {
    this.element = element;
    this.#rows = new RowFinder(element);
    this.#onEnter = onEnter;
  }

  enter(): void {
    const { hiddenAbove, hiddenBelow } = scrollExtent(this.element);
    this.#before = {
      positions: scrollPositions(this.element),
      // What opens at its end grows at its beginning: the distance from the end is what the person knows.
      fromEnd: hiddenAbove > 0 && hiddenBelow <= hiddenAbove ? hiddenBelow : null,
    };
    this.element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    this.#onEnter(this);
  }

  leave(): void {
    const { positions, fromEnd } = this.#before;
    for (const { element, left, top } of positions) element.scrollTo({ left, top, behavior: "instant" });
    if (fromEnd !== null) {
      const { originY, hiddenAbove, hiddenBelow } = scrollExtent(this.element);
      this.scrollTo(originY + hiddenAbove + hiddenBelow - fromEnd);
    }
    this.#onEnter(null);
  }

  view(heading: Heading | null): PaneView {
    const clip = paneClip(this.element);
    const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientHeight } = this.element;
    const elements = this.#rows.find(clip).slice(0, paneViewLimits.rows);
    return {
      clip,
      originY: scrollExtent(this.element).originY,
      scrollX: scrollLeft,
      scrollY: scrollTop,
      scrollWidth,
      scrollHeight,
      clientHeight,
      heading,
      rows: capped(elements.map(readRow)),
      covers: [],
      ...statedRows(this.element, elements),
    };
  }

  covers(): Rectangle[] {
    return findCovers(this.element, paneClip(this.element));
  }

  offset(): number {
    return this.element.scrollTop;
  }

  scrollTo(y: number): void {
    this.#looks = null;
    // "instant" beats `scroll-behavior: smooth` without touching a style.
    this.element.scrollTo({ top: y, behavior: "instant" });
  }

  /** @throws the signal's reason */
  async glance(signal: AbortSignal): Promise<void> {
    this.#looks = await this.#lookAgain(signal, this.#looks ?? noLook());
  }

  /** @throws the signal's reason */
  async settle(signal: AbortSignal): Promise<void> {
    let looks = this.#looks ?? noLook();
    this.#looks = null;
    const begun = performance.now();
    while (looks.same < steadyLooks && performance.now() - begun < settleCapMs)
      looks = await this.#lookAgain(signal, looks);
    // With its looks it has seen three frames at least.
    await catchUp(looks.begunMs, looks.frames);
  }

  async #lookAgain(signal: AbortSignal, { begunMs, frames, digest, same }: Looks): Promise<Looks> {
    await afterFrame();
    signal.throwIfAborted();
    const now = this.digest();
    const isSame = now === digest && !this.#isWaitingForPictures();
    return { begunMs, frames: frames + 1, digest: now, same: isSame ? same + 1 : 0 };
  }

  /** Pictures that never come must not cost the whole wait at every frame. */
  #isWaitingForPictures(): boolean {
    const isWaiting =
      this.#pictureLooks < mostPictureLooks &&
      pendingImagesInView([...this.element.querySelectorAll("img")]) > 0;
    if (isWaiting) this.#pictureLooks += 1;
    return isWaiting;
  }

  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return wait(milliseconds, signal);
  }

  isLoading(): boolean {
    return isLoading(this.element, paneClip(this.element));
  }

  /** Tells that a row moved, changed or came; is no evidence. */
  digest(): string {
    const clip = paneClip(this.element);
    const rows = this.#rows.find(clip).map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return [Math.round(top * 4), Math.round(height * 4), row.textContent?.slice(0, 400) ?? ""];
    });
    return textDigest(JSON.stringify([this.element.scrollTop, rows]));
  }
}

function scrollPositions(element: Element): Position[] {
  const positions: Position[] = [];
  for (let at: Element | null = element; at; at = drawnParent(at)) {
    positions.push({ element: at, left: at.scrollLeft, top: at.scrollTop });
  }
  return positions.filter(
    ({ element: at, left, top }) => at === element || left !== 0 || top !== 0 || canScroll(at),
  );
}

function canScroll(element: Element): boolean {
  return element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
}

/** A page cannot fill the disk with what its rows say. */
function capped(rows: PaneRow[]): PaneRow[] {
  let left: number = paneViewLimits.viewCharacters;
  return rows.map((row) => {
    const text = row.text.slice(0, left).toWellFormed();
    left -= text.length;
    return { ...row, text };
  });
}
