/**
 * One pointing, from the first move to the choice: what is rested on gets an outline, what is rested on longer, pressed
 * or taken by Enter is chosen. The page hears of no press and gets no element.
 *
 *   covered ──rests──► lifted for one look ──► outlined ──rests longer, press, Enter──► chosen ──► gone
 */
import type { MarkPath, Pointed, PointingEnd } from "../../../src/capture/pointing/pointed.ts";
import { markPath } from "./mark-path.ts";
import { firstPartInView, nextPart } from "./next-part.ts";
import type { PageCover } from "./page-cover.ts";
import { isOn, partAt, type ViewPoint } from "./part-at.ts";
import { readPointed } from "./read-pointed.ts";
import { swallowInput } from "./swallow-input.ts";

/** A pointer that stands so long is looked below. */
const restMs = 90;
/** So long on one part is a choice: nobody has to press. */
const dwellMs = 1_500;
const afterScrollMs = 250;
/** Who has just chosen may press out of habit. */
const graceMs = 1_000;
/** Let go outside the window, a press has no end that the page hears of. */
const longestHoldMs = 10_000;
const leavingMs = 1_000;
const longestMs = 120_000;
/** Where the pointer happens to lie at the start is no choice: it must have been moved. */
const firstMovePx = 8;

export interface PointingEars {
  cover: PageCover;
  onChosen: (pointed: Pointed) => void;
  onEnd: (because: PointingEnd) => void;
  /** All is out of the page. */
  onGone: () => void;
}

export class Pointing {
  readonly #ears: PointingEars;
  readonly #life = new AbortController();
  readonly #timers = new Map<"rest" | "dwell" | "end", ReturnType<typeof setTimeout>>();
  #marked: Element | null = null;
  #first: ViewPoint | null = null;
  #last: ViewPoint | null = null;
  #hasMoved = false;
  #walkedUntil = 0;
  #stillUntil = 0;
  #isOver = false;
  #isHeld = false;
  #looks = 0;

  constructor(ears: PointingEars) {
    this.#ears = ears;
    const { signal } = this.#life;
    swallowInput(
      {
        onMove: (event) => this.#onMove({ x: event.clientX, y: event.clientY }),
        onOut: () => this.#onOut(),
        onPress: (event) => this.#onPress(event),
        onHold: (isHeld) => this.#onHold(isHeld),
        onKey: ({ key, shiftKey }) => this.#onKey(key, shiftKey),
      },
      signal,
    );
    addEventListener("scroll", () => this.#onScroll(), { capture: true, passive: true, signal });
    addEventListener("wheel", () => this.#onScroll(), { capture: true, passive: true, signal });
    addEventListener("beforeunload", () => this.#onMaybeLeaving(), { signal });
    document.addEventListener("visibilitychange", () => this.#onVisible(), { signal });
    this.#after("end", longestMs, () => this.end("timed-out"));
    void this.#cover(null);
  }

  end(because: PointingEnd): void {
    if (this.#isOver) return;
    this.#ears.onEnd(because);
    this.#finish();
  }

  /** At once and without a word; resolves when the page is as it was. */
  async leave(): Promise<void> {
    this.#isOver = true;
    this.#life.abort();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#ears.onGone();
    // Without the worker nobody can take the sheet out.
    await this.#ears.cover.lift().catch(() => undefined);
  }

  #onMove(point: ViewPoint): void {
    if (this.#isOver || (this.#last?.x === point.x && this.#last.y === point.y)) return;
    if (performance.now() < this.#stillUntil) return;
    this.#first ??= point;
    this.#last = point;
    this.#hasMoved ||= Math.hypot(point.x - this.#first.x, point.y - this.#first.y) >= firstMovePx;
    if (!this.#hasMoved || (this.#marked && isOn(this.#marked, point))) return;
    this.#unmark();
    this.#after("rest", restMs, () => void this.#look());
  }

  /** To another window, perhaps ours: what was rested on is no longer pointed at. */
  #onOut(): void {
    if (this.#isOver) return;
    this.#stopTimer("rest");
    this.#last = null;
    this.#unmark();
  }

  /** A sheet that lets nothing be pressed lets nothing be scrolled that stands in the page. */
  #onScroll(): void {
    if (this.#isOver || this.#isWalking) return;
    this.#stopTimer("dwell");
    this.#marked = null;
    this.#looks += 1;
    void this.#ears.cover.lift().catch(() => void this.leave());
    this.#after("rest", afterScrollMs, () => void this.#look());
  }

  /** A page must not lie in the browser's cache of pages with the sheet on it; who stays goes on in a moment. */
  #onMaybeLeaving(): void {
    this.#stopTimer("rest");
    this.#stopTimer("dwell");
    this.#marked = null;
    this.#looks += 1;
    this.#stillUntil = performance.now() + leavingMs;
    void this.#ears.cover.lift().catch(() => undefined);
  }

  /** By keyboard the page is scrolled by us, and the outline stays. */
  get #isWalking(): boolean {
    return performance.now() < this.#walkedUntil;
  }

  /** What is chosen brings our page to the front; presses that are under way here still arrive. */
  #onVisible(): void {
    if (document.visibilityState === "hidden" && !this.#isOver) this.#onOut();
  }

  #onPress({ clientX: x, clientY: y, button }: MouseEvent): void {
    if (this.#isOver || button !== 0) return;
    if (this.#marked && isOn(this.#marked, { x, y })) this.#choose(this.#marked);
    else void this.#look({ x, y }, true);
  }

  #onKey(key: string, isBack: boolean): void {
    if (this.#isOver) return;
    if (key === "Escape") this.end("stopped");
    else if (key === "Enter" || key === " ") this.#chooseMarked();
    else if (key === "ArrowDown" || (key === "Tab" && !isBack)) this.#walk(1);
    else if (key === "ArrowUp" || key === "Tab") this.#walk(-1);
  }

  #walk(step: 1 | -1): void {
    const next = this.#marked ? nextPart(this.#marked, step) : firstPartInView();
    if (!next) return;
    this.#stopTimer("dwell");
    this.#stopTimer("rest");
    this.#looks += 1;
    this.#walkedUntil = performance.now() + 500;
    next.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    this.#mark(next);
  }

  /** Takes the sheet away for as long as it takes to see what is below the pointer. */
  async #look(point = this.#last, isPress = false): Promise<void> {
    if (!point || this.#isOver) return;
    this.#looks += 1;
    const look = this.#looks;
    try {
      await this.#ears.cover.lift();
      if (this.#isOver || look !== this.#looks) return;
      const part = partAt(point);
      if (part && isPress) this.#choose(part);
      else if (part) this.#outline(part);
      else await this.#ears.cover.put(null);
    } catch {
      await this.leave();
    }
  }

  #outline(part: Element): void {
    this.#mark(part);
    this.#after("dwell", dwellMs, () => this.#chooseMarked());
  }

  #mark(part: Element): void {
    this.#marked = part;
    void this.#cover(markPath(part));
  }

  #unmark(): void {
    this.#stopTimer("dwell");
    this.#looks += 1;
    if (this.#marked) void this.#cover(null);
    this.#marked = null;
  }

  #chooseMarked(): void {
    if (this.#marked?.isConnected) this.#choose(this.#marked);
  }

  #choose(part: Element): void {
    if (this.#isOver) return;
    this.#mark(part);
    this.#ears.onChosen(readPointed(part));
    this.#finish();
  }

  /** The page stays covered for a moment: a press that comes late must not land on it either. */
  #finish(): void {
    this.#isOver = true;
    this.#stopTimer("dwell");
    this.#stopTimer("rest");
    if (!this.#marked) void this.#cover(null);
    this.#after("end", graceMs, () => this.#leaveUnlessHeld());
  }

  /** A press that begins here ends here, and so does the click that the browser makes of it. */
  #leaveUnlessHeld(): void {
    if (!this.#isHeld) void this.leave();
    else this.#after("end", longestHoldMs, () => void this.leave());
  }

  #onHold(isHeld: boolean): void {
    this.#isHeld = isHeld;
    if (this.#isOver) this.#after("end", graceMs, () => this.#leaveUnlessHeld());
  }

  /** Without the worker there is neither sheet nor choice. */
  async #cover(path: MarkPath | null): Promise<void> {
    await this.#ears.cover.put(path).catch(() => void this.leave());
  }

  #after(name: "rest" | "dwell" | "end", ms: number, step: () => void): void {
    this.#stopTimer(name);
    this.#timers.set(name, setTimeout(step, ms));
  }

  #stopTimer(name: "rest" | "dwell" | "end"): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
