/**
 * Walks over the whole document, row by row, left to right and top to bottom.
 * Frames are placed by the offset read back, never by the one asked for; where the page does not go where it was sent,
 * or shows something in front of what comes next, the step is taken again, shorter.
 */
import type { CaptureRun, Surface, SurfaceWalk, TakenFrame } from "./capture-run.ts";
import { EarlyEnd } from "./early-end.ts";
import { FeedWatch } from "./feed-watch.ts";
import type { Census, PageMeasures } from "./frame.ts";
import { isAtBottom, isAtRight, RowAim, rowBase } from "./row-aim.ts";
import { framesExpected, isBlocked, stepAcross, wallsOf } from "./step-plan.ts";

export const documentSurface: Surface = { kind: "document", walk: (walk) => new DocumentWalk(walk).go() };

class DocumentWalk {
  readonly #walk: SurfaceWalk;
  readonly #run: CaptureRun;
  readonly #watch: FeedWatch;
  readonly #startedAtMs: number;
  #rows = 0;

  constructor(walk: SurfaceWalk) {
    this.#walk = walk;
    this.#run = walk.run;
    this.#startedAtMs = this.#nowMs();
    this.#watch = new FeedWatch(walk.run.limits, walk.asSeen, this.#startedAtMs);
  }

  async go(): Promise<void> {
    const { ends } = this.#walk;
    let row: PageMeasures = await this.#firstRow();
    ends.first = row.scrollY < 1 ? "top-reached" : "not-reached";
    while (!(isAtBottom(row) && (await this.#isEnd(row)))) {
      this.#guardCaps(row);
      row = await this.#nextRow(row);
    }
    ends.last = "bottom-stable";
  }

  /** The window as found is the first frame of the page where it stood at its beginning and nothing blocked it. */
  async #firstRow(): Promise<Census> {
    const { asSeen } = this.#walk;
    const { limits } = this.#run;
    this.#noteWalls(asSeen);
    const isFirst = asSeen.scrollY === 0 && asSeen.scrollX === asSeen.originX && !isBlocked(asSeen, limits);
    return this.#row(new RowAim(this.#aimAt(0)), isFirst ? asSeen : null);
  }

  async #nextRow(last: PageMeasures): Promise<PageMeasures> {
    const { probe } = this.#run;
    const now = probe.measures();
    if (this.#watch.grewBetween(now) && this.#watch.isEndless(this.#nowMs())) throw this.#drawnEnd(now);
    const base = rowBase(last, now);
    // A page that shrank may leave the window at its bottom already.
    if (isAtBottom(now) && now.scrollY <= last.scrollY) return now;
    return this.#row(new RowAim({ ...this.#aimAt(base), last }), null);
  }

  #aimAt(base: number) {
    const { probe, limits } = this.#run;
    return {
      base,
      limits,
      probe,
      unblock: (census: Census) => this.#unblock(census),
      notes: this.#walk.notes,
    };
  }

  /** One row of frames, left to right; the census of its last frame. */
  async #row(aim: RowAim, first: Census | null): Promise<Census> {
    this.#rows += 1;
    let column = first ?? (await this.#shoot(aim, null));
    while (!isAtRight(column)) {
      const next = await this.#shoot(aim, column);
      if (next.scrollX <= column.scrollX) throw new EarlyEnd("no-progress");
      column = next;
    }
    return column;
  }

  async #shoot(aim: RowAim, left: Census | null): Promise<Census> {
    const { probe, limits } = this.#run;
    const now = probe.measures();
    const x = left ? left.scrollX + stepAcross(left, limits) : now.originX;
    const y = left ? left.scrollY : aim.target;
    probe.scrollTo(x, y);
    const correct = (census: Census) => (left ? null : aim.correct(census));
    const goBackTo = (taken: TakenFrame) => probe.scrollTo(taken.census.scrollX, taken.census.scrollY);
    return (await this.#walk.take({ framesExpected: this.#expected(now), correct, goBackTo })).census;
  }

  #expected(now: PageMeasures): number {
    const { reach, limits } = this.#run;
    const all = framesExpected(now, limits);
    return reach.kind === "screens" ? Math.min(all, Math.max(reach.screens, this.#rows)) : all;
  }

  /** Watches the bottom for a while: short where nothing ever grew, long where it did or something is loading. */
  async #isEnd(row: PageMeasures): Promise<boolean> {
    const { probe, limits, signal } = this.#run;
    if (row.documentHeight <= row.clientHeight + 1) return true;
    this.#guardReach(row);
    let isRestless = this.#watch.hasGrown || probe.isLoading();
    for (let check = 0; check < (isRestless ? limits.endChecks : 1); check += 1) {
      await probe.wait(isRestless ? limits.endCheckMs : limits.quietEndMs, signal);
      const now = probe.measures();
      if (this.#watch.grewAtBottom(now)) {
        if (this.#watch.isEndless(this.#nowMs())) throw this.#drawnEnd(row);
        return false;
      }
      isRestless ||= probe.isLoading();
    }
    if (probe.isLoading()) throw this.#drawnEnd(row, "loader-visible");
    return true;
  }

  #guardCaps(row: PageMeasures): void {
    const { limits } = this.#run;
    this.#guardReach(row);
    if (limits.timeMs !== null && this.#nowMs() - this.#startedAtMs >= limits.timeMs) {
      throw this.#drawnEnd(row, "time-cap");
    }
    if (limits.lengthPx !== null && row.scrollY + row.clientHeight >= limits.lengthPx) {
      throw this.#drawnEnd(row, "length-cap");
    }
  }

  /** The person's "so many screens" is no early end where the page has no more. */
  #guardReach(row: PageMeasures): void {
    const { reach } = this.#run;
    if (reach.kind === "screens" && this.#rows >= reach.screens && !isAtBottom(row)) {
      throw this.#drawnEnd(row, "reach-chosen");
    }
  }

  /** What was taken has a box, what the page had by then a height. */
  #drawnEnd(
    row: PageMeasures,
    code: "feed-truncated" | "reach-chosen" | "time-cap" | "length-cap" | "loader-visible" = "feed-truncated",
  ) {
    const height = Math.round(row.scrollY + row.clientHeight);
    const box = { x: 0, y: 0, width: Math.round(row.documentWidth), height };
    return new EarlyEnd(code, { box, detail: `${Math.round(row.documentHeight)} px` });
  }

  /** Last resort: where so much stands in front that the page cannot be seen, that is hidden, and said to be. */
  #unblock(census: Census): boolean {
    if (!isBlocked(census, this.#run.limits)) return false;
    const keys = census.occluders.map(({ key }) => key);
    const hidden = this.#run.probe.hideOccluders(keys);
    if (hidden === 0) return false;
    this.#walk.notes.push({ code: "elements-hidden", detail: String(hidden) });
    return true;
  }

  #noteWalls(census: Census): void {
    for (const { box } of wallsOf(census)) {
      const share = (box.width * box.height) / (census.clientWidth * census.clientHeight);
      const detail = `${Math.min(100, Math.round(share * 100))} %`;
      const inDocument = { ...box, x: box.x + census.scrollX, y: box.y + census.scrollY };
      this.#walk.notes.push({ code: "wall-in-front", box: inDocument, detail });
    }
  }

  #nowMs(): number {
    return this.#run.clock.now().monotonicMs;
  }
}
