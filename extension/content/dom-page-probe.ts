/** The page as the capture sees it. It reads and scrolls, and adds nothing; `LastResorts` are its only changes. */
import type { Census, PageMeasures } from "../../src/capture/frame.ts";
import { withoutInlineData } from "../../src/capture/inline-media.ts";
import type { PageProbe } from "../../src/capture/page-probe.ts";
import type { PaneChoice } from "../../src/capture/pane/scroller.ts";
import type { CaptureNote } from "../../src/capture/verdict.ts";
import { findMoving } from "./find-moving.ts";
import { OccluderFinder } from "./find-occluders.ts";
import { isLoading } from "./is-loading.ts";
import { LastResorts } from "./last-resorts.ts";
import type { PageMask } from "./page-mask.ts";
import { paintedWidth } from "./painted-width.ts";
import { PageSettling, pendingImagesInView, wait } from "./page-settling.ts";
import { choosePanes } from "./pane/choose-panes.ts";
import { DomPane } from "./pane/dom-pane.ts";
import { partsNotFollowed } from "./parts-not-followed.ts";
import { StandingElementsFinder } from "./standing-elements.ts";
import { viewDigest } from "./view-digest.ts";

const longestFontWaitMs = 2_000;

export class DomPageProbe implements PageProbe {
  readonly #standing = new StandingElementsFinder();
  readonly #settling = new PageSettling(this.#standing);
  readonly #occluders = new OccluderFinder();
  readonly #lastResorts = new LastResorts();
  readonly #mask: PageMask | null;
  readonly #walked = new Set<Element>();
  #pane: DomPane | null = null;
  #panesGone = 0;
  #seenTo = 0;
  #width = { scrollable: 0, painted: 0 };

  /** `mask` is null where pictures are not masked. */
  constructor(mask: PageMask | null) {
    this.#mask = mask;
  }

  census(): Census {
    return {
      ...this.measures(),
      viewDigest: viewDigest(),
      moving: findMoving(this.#standing.recent()),
      ...(this.#pane && { paneDigest: this.#pane.digest() }),
      isMasked: null,
      ...this.#mask?.look(),
    };
  }

  measures(): PageMeasures {
    const scroller = document.scrollingElement ?? document.documentElement;
    const { clientWidth, clientHeight } = windowInside();
    const standing = this.#standing.find();
    this.#seenTo = Math.max(this.#seenTo, window.scrollY + innerHeight);
    const isRightToLeft = getComputedStyle(scroller).direction === "rtl";
    return {
      // An address may be a picture, too; what is compared later is the same without it.
      url: withoutInlineData(location.href),
      originX: isRightToLeft ? Math.min(0, clientWidth - scroller.scrollWidth) : 0,
      scrollX: window.scrollX,
      scrollY: window.scrollY,
      documentWidth: isRightToLeft
        ? Math.max(scroller.scrollWidth, clientWidth)
        : this.#paintedWidth(clientWidth, Math.max(scroller.scrollWidth, clientWidth)),
      documentHeight: Math.max(scroller.scrollHeight, clientHeight),
      clientWidth,
      clientHeight,
      innerWidth,
      innerHeight,
      devicePixelRatio,
      pendingImages: pendingImagesInView(standing.images),
      occluders: this.#occluders.find(standing.positioned, this.#pane?.element ?? null),
    };
  }

  ready(signal: AbortSignal): Promise<void> {
    const fonts = document.fonts.status === "loaded" ? Promise.resolve() : document.fonts.ready;
    return Promise.race([fonts.then(() => undefined), wait(longestFontWaitMs, signal)]);
  }

  isLoading(): boolean {
    return isLoading(this.#standing.find());
  }

  hideOccluders(keys: readonly string[]): number {
    const elements = this.#occluders.elementsOf(keys);
    this.#lastResorts.hide(elements);
    return elements.length;
  }

  stopSnapping(): boolean {
    return this.#lastResorts.stopSnapping();
  }

  putBack(): void {
    this.#lastResorts.undo();
  }

  scrollTo(x: number, y: number): void {
    // "instant" beats `scroll-behavior: smooth` without touching a style.
    window.scrollTo({ left: x, top: y, behavior: "instant" });
  }

  async settle(signal: AbortSignal, isStill = false): Promise<void> {
    if (!isStill) await this.#stillness().settle(signal);
    if (await this.#mask?.replaceFonts()) await this.#stillness().settle(signal);
  }

  onScreen(): Promise<void> {
    return this.#settling.onScreen;
  }

  #stillness(): Pick<PageProbe, "settle"> {
    return this.#pane ?? this.#settling;
  }

  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return wait(milliseconds, signal);
  }

  /** Inner scrollers to walk over; `chosen` are locators, left out where nobody was asked. */
  panes(chosen: PaneChoice): DomPane[] {
    const { elements, gone } = choosePanes(chosen);
    this.#panesGone = gone;
    return elements.map((element) => new DomPane(element, (pane) => this.#watch(pane)));
  }

  #watch(pane: DomPane | null): void {
    this.#pane = pane;
    if (pane) this.#walked.add(pane.element);
  }

  partsNotFollowed(): CaptureNote[] {
    const { painted, scrollable } = this.#width;
    const notes = partsNotFollowed({
      seenTo: this.#seenTo,
      isMasked: this.#mask !== null,
      walked: this.#walked,
      panesGone: this.#panesGone,
    });
    if (scrollable - painted <= 1) return notes;
    const height = (document.scrollingElement ?? document.documentElement).scrollHeight;
    const box = { x: painted, y: 0, width: scrollable - painted, height };
    return [{ code: "empty-beside", box }, ...notes];
  }

  /** Looking at every element takes time, so only when the scrollable width changed. */
  #paintedWidth(clientWidth: number, scrollable: number): number {
    if (scrollable <= clientWidth + 1) return scrollable;
    if (this.#width.scrollable !== scrollable) {
      this.#width = { scrollable, painted: paintedWidth(clientWidth, scrollable) };
    }
    return this.#width.painted;
  }

  stop(): void {
    this.#settling.stop();
    this.#standing.stop();
  }
}

/** The window without scrollbars, as floats: at fractional pixel ratios the whole-number properties round away pixels. */
function windowInside(): { clientWidth: number; clientHeight: number } {
  const viewport = window.visualViewport;
  if (!viewport) {
    const { clientWidth, clientHeight } = document.documentElement;
    return { clientWidth, clientHeight };
  }
  return { clientWidth: viewport.width * viewport.scale, clientHeight: viewport.height * viewport.scale };
}
