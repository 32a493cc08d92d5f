/** A conversation on paper that behaves like a virtualised list: few rows drawn, lengths guessed, older ones put in above. */
import { isAtBottom, type Heading, type PaneRow, type PaneView } from "../../src/capture/pane/pane-view.ts";
import type { PaneProbe } from "../../src/capture/pane/pane-probe.ts";
import { rowKey } from "../../src/capture/pane/row-key.ts";
import type { FixedClock } from "./fixed-clock.ts";

export interface PaperRow {
  text: string;
  height: number;
}

export interface ListHabits {
  /** Height of the window onto the list. */
  window: number;
  /** What the list takes an undrawn row to be high; null knows every height beforehand. */
  estimate: number | null;
  /** Rows drawn beyond the window on either side. */
  overscan: number;
  /** Scrolls along when rows above turn out higher or are put in, so that what is in view stays. */
  compensates: boolean;
  /** Rows put in above at a time when the top comes near, after `delayMs`; 0: everything is there. */
  page: number;
  delayMs: number;
  /** Offsets are counted from the end: 0 there, negative above. */
  isReversed: boolean;
  /** Something turns at the top for ever. */
  isStuck: boolean;
  /** A new row at the end every so often; 0 never. */
  arrivalMs: number;
  opensAt: "end" | "top";
  /** Rows that came in at the end between the opening and the capture, without a scroll along. */
  late: number;
}

const clipAt = { x: 200, y: 60, width: 500 };

export class VirtualList implements PaneProbe {
  readonly all: PaperRow[];
  readonly habits: ListHabits;
  isEntered = false;
  readonly #clock: FixedClock;
  readonly #measured = new Set<PaperRow>();
  /** Index in `all` of the oldest row there is so far. */
  #oldest: number;
  /** From the top of what is loaded. */
  #top = 0;
  #loadsAt: number | null = null;
  #arrivesAt: number;
  #startTop = 0;

  constructor(clock: FixedClock, all: readonly PaperRow[], habits: Partial<ListHabits> = {}) {
    this.#clock = clock;
    this.all = [...all];
    this.habits = { ...steady, ...habits };
    this.#oldest = this.habits.page > 0 ? Math.max(0, all.length - this.habits.page) : 0;
    this.#arrivesAt = this.#now() + this.habits.arrivalMs;
    if (this.habits.opensAt === "end") for (let look = 0; look < 20; look += 1) this.#toEnd();
    for (let row = 0; row < this.habits.late; row += 1) this.#push();
    this.#measureInView();
  }

  enter(): void {
    this.isEntered = true;
    this.#startTop = this.#top;
  }

  leave(): void {
    this.isEntered = false;
    this.#top = this.#startTop;
  }

  view(heading: Heading | null): PaneView {
    const length = this.#length();
    const origin = this.habits.isReversed ? Math.min(0, this.habits.window - length) : 0;
    return {
      clip: { ...clipAt, height: this.habits.window },
      originY: origin,
      scrollX: 0,
      scrollY: this.#top + origin,
      scrollWidth: clipAt.width,
      scrollHeight: length,
      clientHeight: this.habits.window,
      heading,
      rows: this.#placed()
        .filter(({ top, row }) => top + this.#heightOf(row) > 0 && top < this.habits.window)
        .map(({ row, top }) => this.#rowAt(row, top)),
      covers: [],
      statedRows: null,
    };
  }

  covers(): [] {
    return [];
  }

  offset(): number {
    return this.view(null).scrollY;
  }

  scrollTo(y: number): void {
    const origin = this.habits.isReversed ? Math.min(0, this.habits.window - this.#length()) : 0;
    this.#top = y - origin;
    this.#stayInside();
  }

  async glance(): Promise<void> {
    this.#pass(17);
  }

  async settle(): Promise<void> {
    this.#pass(50);
  }

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#pass(milliseconds);
  }

  isLoading(): boolean {
    return this.#top <= 1 && (this.habits.isStuck || this.#loadsAt !== null);
  }

  /** Where a row really stands, counted from the oldest one: what a capture has to find out. */
  trueTop(index: number): number {
    return this.all.slice(0, index).reduce((sum, { height }) => sum + height, 0);
  }

  isAtEnd(): boolean {
    return isAtBottom(this.view(null));
  }

  #pass(milliseconds: number): void {
    this.#clock.pass(milliseconds);
    this.#arrive();
    this.#load();
    this.#measureInView();
  }

  #load(): void {
    const { page, delayMs } = this.habits;
    if (page === 0 || this.#oldest === 0) return;
    if (this.#loadsAt === null && this.#top < this.habits.window / 2) this.#loadsAt = this.#now() + delayMs;
    if (this.#loadsAt === null || this.#now() < this.#loadsAt) return;
    const from = Math.max(0, this.#oldest - page);
    const added = this.all.slice(from, this.#oldest).reduce((sum, row) => sum + this.#heightOf(row), 0);
    this.#oldest = from;
    this.#loadsAt = null;
    if (this.habits.compensates || this.habits.isReversed) this.#top += added;
  }

  #arrive(): void {
    if (this.habits.arrivalMs === 0) return;
    while (this.#now() >= this.#arrivesAt) {
      this.#push();
      this.#arrivesAt += this.habits.arrivalMs;
    }
  }

  #push(): void {
    this.all.push({ text: `new ${this.all.length}`, height: 40 });
  }

  /** Draws what is in view and a little more, learning heights as it goes. */
  #measureInView(): void {
    for (let round = 0; round < 30; round += 1) {
      const fresh = this.#drawn().filter(({ row }) => !this.#measured.has(row));
      if (fresh.length === 0) break;
      for (const { row, top } of fresh) this.#measure(row, top);
      this.#stayInside();
    }
  }

  #measure(row: PaperRow, top: number): void {
    const guessed = this.#heightOf(row);
    this.#measured.add(row);
    const isAbove = top + guessed <= 0;
    if (isAbove && (this.habits.compensates || this.habits.isReversed)) this.#top += row.height - guessed;
  }

  #drawn(): { row: PaperRow; top: number }[] {
    const placed = this.#placed();
    const first = placed.findIndex(({ row, top }) => top + this.#heightOf(row) > 0);
    const last = placed.findLastIndex(({ top }) => top < this.habits.window);
    return placed.slice(Math.max(0, first - this.habits.overscan), last + 1 + this.habits.overscan);
  }

  /** Rows with the distance of their top edge from the window's. */
  #placed(): { row: PaperRow; top: number }[] {
    let at = -this.#top;
    return this.all.slice(this.#oldest).map((row) => {
      const top = at;
      at += this.#heightOf(row);
      return { row, top };
    });
  }

  #heightOf(row: PaperRow): number {
    return this.habits.estimate === null || this.#measured.has(row) ? row.height : this.habits.estimate;
  }

  #length(): number {
    return this.all.slice(this.#oldest).reduce((sum, row) => sum + this.#heightOf(row), 0);
  }

  #toEnd(): void {
    this.#top = this.#length();
    this.#stayInside();
    this.#measureInView();
  }

  #stayInside(): void {
    this.#top = Math.max(0, Math.min(Math.round(this.#top), this.#length() - this.habits.window));
  }

  #rowAt(row: PaperRow, top: number): PaneRow {
    const content = { text: row.text, sender: null, time: null, media: [] };
    const box = { x: clipAt.x, y: clipAt.y + top, width: clipAt.width, height: this.#heightOf(row) };
    return {
      key: rowKey(content),
      mark: null,
      box,
      text: row.text,
      sender: null,
      time: null,
      position: null,
    };
  }

  #now(): number {
    return this.#clock.now().monotonicMs;
  }
}

const steady: ListHabits = {
  window: 600,
  estimate: null,
  overscan: 3,
  compensates: true,
  page: 0,
  delayMs: 0,
  isReversed: false,
  isStuck: false,
  arrivalMs: 0,
  opensAt: "end",
  late: 0,
};
