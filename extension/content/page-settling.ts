/**
 * Waiting for a page to hold still: two drawn frames, then quiet if anything in view changed, and the end of what
 * moves for a moment only. A page that never holds still is not waited for at every frame anew.
 */
import { drawnFrame, thirdFrame, watchersTold } from "./drawn-frame.ts";
import { isInView } from "./in-view.ts";
import type { StandingElementsFinder } from "./standing-elements.ts";

const idleGuardMs = 50;
const quietMs = 100;
const quietCapMs = 1_500;
/** From the third restless frame in a row on. */
const restlessCapMs = 300;
const framesOfPatience = 2;
/** All pictures of a capture together: one that never answers must not cost this at every frame. */
const pictureBudgetMs = 5_000;
const pictureCapMs = 3_000;
const decodeCapMs = 500;
const lookEveryMs = 25;
/** Longer ones are no reveal: they are recorded as moving. */
const longestReveal = 3_000;
const mostRecords = 40;

export class PageSettling {
  readonly #standing: StandingElementsFinder;
  readonly #observer = new MutationObserver((records) => this.#note(records));
  readonly #onResize = () => {
    this.#lastChange = performance.now();
  };
  #lastChange = Number.NEGATIVE_INFINITY;
  #restlessInRow = 0;
  /** Once what the last wait saw is on the screen. */
  onScreen: Promise<void> = Promise.resolve();
  /** What changed since the present wait began, and what has changed on and on in an earlier one. */
  #changing = new Set<Node>();
  readonly #neverStill = new WeakSet<Node>();
  #pictureBudgetMs = pictureBudgetMs;
  /** Pictures that were waited for until they were drawn, by the address they had then. */
  readonly #drawn = new WeakMap<HTMLImageElement, string>();

  constructor(standing: StandingElementsFinder) {
    this.#standing = standing;
    this.#observer.observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["class", "style", "hidden"],
    });
    addEventListener("resize", this.#onResize);
  }

  stop(): void {
    this.#observer.disconnect();
    removeEventListener("resize", this.#onResize);
  }

  /** @throws the signal's reason */
  async settle(signal: AbortSignal): Promise<void> {
    const begun = performance.now();
    this.#changing.clear();
    const told = watchersTold();
    await this.#twoFrames();
    // What they do may take a turn of its own.
    await told;
    await idle();
    await this.#pictures(signal);
    await this.#newPicturesDrawn(signal);
    const capMs = this.#restlessInRow > framesOfPatience ? restlessCapMs : quietCapMs;
    const capAt = performance.now() + capMs;
    let wasRestless = false;
    for (; this.#isRestless(begun); wasRestless = true) {
      if (performance.now() > capAt) {
        this.#restlessInRow += 1;
        for (const node of this.#changing) this.#neverStill.add(node);
        return;
      }
      await wait(lookEveryMs, signal);
    }
    this.#restlessInRow = 0;
    // What has come to rest in the page may still fade on the screen: that is drawn beside the page, and later when busy.
    if (wasRestless) await this.#twoFrames();
  }

  /** Drawn; when they are seen, `onScreen` says. */
  async #twoFrames(): Promise<void> {
    const begun = performance.now();
    await drawnFrame();
    await drawnFrame();
    this.onScreen = thirdFrame(begun);
  }

  async #pictures(signal: AbortSignal): Promise<void> {
    const begun = performance.now();
    const capMs = Math.min(this.#pictureBudgetMs, pictureCapMs);
    while (performance.now() - begun < capMs && this.#arePicturesComing()) await wait(lookEveryMs, signal);
    this.#pictureBudgetMs -= performance.now() - begun;
  }

  /** A picture that has arrived is not drawn at once: it is decoded beside the page, and shown a frame or more later. */
  async #newPicturesDrawn(signal: AbortSignal): Promise<void> {
    const arrived = this.#standing
      .recent()
      .images.filter(
        (image) => image.complete && this.#drawn.get(image) !== image.currentSrc && isInView(image),
      );
    if (arrived.length === 0) return;
    await Promise.race([
      Promise.allSettled(arrived.map((image) => image.decode())),
      wait(decodeCapMs, signal),
    ]);
    for (const image of arrived) this.#drawn.set(image, image.currentSrc);
    await drawnFrame();
    await drawnFrame();
  }

  #arePicturesComing(): boolean {
    return pendingImagesInView(this.#standing.recent().images) > 0;
  }

  #isRestless(begun: number): boolean {
    const changedSince = this.#lastChange >= begun;
    return (
      (changedSince && performance.now() - this.#lastChange < quietMs) ||
      this.#standing.recent().trees.some((tree) => tree.getAnimations().some(isReveal))
    );
  }

  /** Only what happens in view, and not what was waited for in vain before: a clock, a carousel. */
  #note(records: readonly MutationRecord[]): void {
    const fresh = records.filter(({ target }) => !this.#neverStill.has(target));
    if (fresh.length <= mostRecords && !fresh.some(({ target }) => isNodeInView(target))) return;
    this.#lastChange = performance.now();
    for (const { target } of fresh.slice(0, mostRecords)) this.#changing.add(target);
  }
}

function isNodeInView(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return element === null || isInView(element);
}

/** Content that fades or slides in once: the frame is to show it there. */
function isReveal({ effect, playState, timeline }: Animation): boolean {
  if (playState !== "running" || !(timeline instanceof DocumentTimeline)) return false;
  if (!(effect instanceof KeyframeEffect) || !effect.target) return false;
  const end = effect.getComputedTiming().endTime;
  return typeof end === "number" && end <= longestReveal && isInView(effect.target);
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: idleGuardMs });
  });
}

/** @throws the signal's reason */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Shown images in the window that are still on their way. */
export function pendingImagesInView(images: readonly HTMLImageElement[]): number {
  return images.filter((image) => !image.complete && isInView(image)).length;
}
