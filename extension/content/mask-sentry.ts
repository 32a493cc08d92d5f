/**
 * Watches between two looks at the mask: what is taken away for one drawn frame only would be seen by neither. Three
 * things come and go like that (decision 29): effects of scripts, highlights, and fonts; and the old screen of a view
 * transition. It looks once all scripts of a frame have run, and once more when the frame is drawn.
 */
import { holdsWholeScreen, isNothingForced } from "./above-the-sheet.ts";
import { deviceFonts, hasWebFonts, isSheetIn } from "./mask-check.ts";

type Tree = Document | ShadowRoot;

/** So many trees are watched; all are looked at before and after each shot. */
const mostTrees = 60;
/** Where much is animated a look takes long: it rests so many times as long, and the page has its time. */
const restPerLook = 4;

export class MaskSentry {
  readonly #token: string;
  readonly #afterFrame = new MessageChannel();
  readonly #stop = new AbortController();
  #trees: readonly Tree[] = [document];
  #isArmed = false;
  #wasLifted = false;
  #isForced = false;
  #hadWebFonts = false;
  /** Time of `performance.now()`. */
  #restUntil = 0;

  constructor(token: string) {
    this.#token = token;
    this.#afterFrame.port1.onmessage = () => this.#sample();
    this.#watch();
  }

  /** Whether the mask held ever since the last look that found it in force; `isInForce` is what this look found. */
  heldUntil(isInForce: boolean, trees: readonly Tree[]): boolean {
    const held = isInForce && !this.#wasLifted && !this.#isForced;
    this.#trees = trees.slice(0, mostTrees);
    this.#isArmed = isInForce;
    this.#wasLifted = false;
    return held;
  }

  /** Also where they have gone again. */
  get hadWebFonts(): boolean {
    return this.#hadWebFonts;
  }

  stop(): void {
    this.#stop.abort();
    this.#afterFrame.port1.close();
  }

  #watch(): void {
    if (this.#stop.signal.aborted) return;
    requestAnimationFrame(() => {
      this.#afterScripts();
      this.#watch();
    });
  }

  /** An observer made just now is told last, when every script of this frame has had its turn. */
  #afterScripts(): void {
    const root = document.documentElement;
    if (!root) {
      this.#sample();
      return;
    }
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      this.#sample();
      this.#afterFrame.port2.postMessage(null);
    });
    observer.observe(root);
  }

  #sample(): void {
    const begunAt = performance.now();
    if (this.#stop.signal.aborted || begunAt < this.#restUntil) return;
    if (document.documentElement && isSheetIn(this.#token)) this.#note();
    this.#restUntil = performance.now() + restPerLook * (performance.now() - begunAt);
  }

  #note(): void {
    const fonts = deviceFonts(this.#token);
    if (!isNothingForced(this.#trees, fonts)) this.#isForced = true;
    if (hasWebFonts() && fonts === null) {
      this.#hadWebFonts = true;
      this.#wasLifted ||= this.#isArmed;
    }
    if (holdsWholeScreen()) this.#wasLifted ||= this.#isArmed;
  }
}
