/**
 * Walks over an inner scroller: a conversation from its end back to its beginning, a list from its top down. Frames
 * are taken only where rows shared with the frame before say how far it went; scroll offsets are a hint.
 */
import type { CaptureRun, Surface, SurfaceWalk, TakenFrame } from "../capture-run.ts";
import { EarlyEnd } from "../early-end.ts";
import { alignViews } from "./align-views.ts";
import { waitForMore } from "./await-more.ts";
import { findAgain } from "./find-again.ts";
import { framesLeft } from "./frames-left.ts";
import type { PaneProbe } from "./pane-probe.ts";
import { isFurther, PaneSteps } from "./pane-steps.ts";
import { type Heading, isAtBottom, isAtEnd, isAtTop, isNearBottom, type PaneView } from "./pane-view.ts";

/** Inner scrollers as surfaces behind the document, which is number 0. */
export function paneSurfaces(probes: readonly PaneProbe[]): Surface[] {
  return probes.map((probe, index) => ({
    kind: "pane",
    walk: async (walk) => {
      probe.enter();
      try {
        await new PaneWalk(walk, probe, index + 1).go();
      } finally {
        probe.leave();
      }
    },
  }));
}

/** Steps in a row that show nothing new, although the offsets say that there is more: rows may jump back meanwhile. */
const mostIdleSteps = 12;
/** Steps in a row on which the offset does not change either. */
const mostStuckSteps = 3;

class PaneWalk {
  readonly #walk: SurfaceWalk;
  readonly #run: CaptureRun;
  readonly #probe: PaneProbe;
  /** 1… */
  readonly #surface: number;
  readonly #startedAtMs: number;
  readonly #steps: PaneSteps;
  #frames = 0;
  /** Rows seen below those known before, since the walk went down. */
  #rowsBelow = 0;

  constructor(walk: SurfaceWalk, probe: PaneProbe, surface: number) {
    this.#walk = walk;
    this.#run = walk.run;
    this.#probe = probe;
    this.#surface = surface;
    this.#steps = new PaneSteps(walk.run, probe, surface);
    this.#startedAtMs = this.#nowMs();
  }

  /** Everything from here to the beginning, then everything below. @throws EarlyEnd, or the signal's reason */
  async go(): Promise<void> {
    const found = this.#probe.view(null);
    const start = await this.#shoot(null);
    if (isAtTop(found) && isAtTop(start)) return this.#walkDownFirst(start);
    const opensAtEnd = isNearBottom(start);
    const from = opensAtEnd ? await this.#goToBottom(start) : start;
    this.#reach("up", await this.#walkTo("up", from));
    if (opensAtEnd) await this.#lookForArrivals(from);
    else await this.#walkDown(from);
  }

  /** The few rows below what was found were there already: only what comes after them is new. */
  async #goToBottom(start: PaneView): Promise<PaneView> {
    if (isAtBottom(start)) return start;
    const view = await this.#steps.scrollBy("down", start.scrollHeight);
    const isTied = alignViews(start, view).kind !== "lost";
    return isTied && isFurther(start, view, "down") ? this.#shoot("down") : start;
  }

  /** A list that opens at its top. Whether more was put in above meanwhile is seen on the way back. */
  async #walkDownFirst(start: PaneView): Promise<void> {
    this.#reach("down", await this.#walkTo("down", start));
    const top = await this.#steps.scrollBy("up", this.#probe.view("up").scrollHeight);
    const alignment = alignViews(start, top);
    const isSame = alignment.kind !== "lost" && Math.abs(alignment.displacement) < 1;
    this.#reach("up", isSame ? "reached" : await this.#walkTo("up", start));
  }

  /** A page that still promises more at this end is partial; the other end is walked to all the same. */
  #reach(heading: Heading, how: "reached" | "loader-visible"): void {
    const { ends, notes } = this.#walk;
    if (how === "loader-visible") notes.push({ code: how, surface: this.#surface });
    if (heading === "up") ends.first = how === "reached" ? "top-reached" : how;
    else ends.last = how === "reached" ? "bottom-stable" : how;
  }

  /** Behind a step of its own the pane holds still already. */
  async #shoot(heading: Heading | null): Promise<PaneView> {
    this.#guardCaps();
    const { pane } = await this.#walk.take({
      isStill: heading !== null,
      framesExpected: this.#frames + 1 + framesLeft(this.#probe.view(heading)),
      view: () => ({ ...this.#probe.view(heading), covers: this.#probe.covers() }),
      goBackTo: ({ pane: view }: TakenFrame) => view && this.#probe.scrollTo(view.scrollY),
    });
    this.#frames += 1;
    return pane ?? this.#probe.view(heading);
  }

  #guardCaps(): void {
    const { reach, limits } = this.#run;
    if (reach.kind === "screens" && this.#frames >= reach.screens) throw this.#end("reach-chosen");
    if (limits.timeMs !== null && this.#nowMs() - this.#startedAtMs >= limits.timeMs)
      throw this.#end("time-cap");
  }

  #end(reason: "reach-chosen" | "time-cap" | "no-progress" | "feed-truncated"): EarlyEnd {
    return new EarlyEnd(reason, { surface: this.#surface });
  }

  #nowMs(): number {
    return this.#run.clock.now().monotonicMs;
  }

  /** Without patience, what is not there yet at the end is not waited for. @throws EarlyEnd, or the signal's reason */
  async #walkTo(heading: Heading, from: PaneView, isPatient = true): Promise<"reached" | "loader-visible"> {
    const stay = { view: from, idle: 0, stuck: 0 };
    for (let growths = 0; ; ) {
      if (this.#isShownToEnd(heading, stay.view)) {
        const more = isPatient ? await waitForMore(this.#run, this.#probe, heading) : this.#endAsItIs();
        if (more !== "more") return more;
        growths += 1;
        if (heading === "down") this.#guardFeed(growths);
      }
      await this.#step(heading, stay);
    }
  }

  #endAsItIs(): "reached" | "loader-visible" {
    return this.#probe.isLoading() ? "loader-visible" : "reached";
  }

  /** A list that grows at its bottom may be endless: it is followed for a minute in all, as a page is. */
  #guardFeed(growths: number): void {
    const { feedGrowths, feedMs } = this.#run.limits;
    const isLong = this.#nowMs() - this.#startedAtMs >= feedMs;
    if (growths >= feedGrowths && isLong) throw this.#end("feed-truncated");
  }

  /** @throws EarlyEnd where the pane does not let itself be scrolled */
  async #step(heading: Heading, stay: Stay): Promise<void> {
    const offset = this.#probe.offset();
    const isIdle = stay.idle >= mostIdleSteps;
    const came = await (isIdle
      ? this.#steps.leap(heading, stay.view)
      : this.#steps.advance(heading, stay.view));
    stay.stuck = this.#probe.offset() === offset ? stay.stuck + 1 : 0;
    if (came === "nowhere") {
      if (stay.stuck >= mostStuckSteps) throw this.#end("no-progress");
      stay.idle += 1;
      return;
    }
    const shot = await this.#shoot(heading);
    // The list may have changed between the look and the shot: one more frame between the two then ties them together.
    const isTied = came === "leapt" || alignViews(stay.view, shot).kind !== "lost";
    stay.idle = came !== "again" && isTied ? 0 : stay.idle + 1;
    if (heading === "down") this.#rowsBelow += rowsAfter(stay.view, shot);
    if (isTied) stay.view = shot;
  }

  /** At the end by its offset, with nothing in view that the last frame does not show. */
  #isShownToEnd(heading: Heading, last: PaneView): boolean {
    const view = this.#probe.view(heading);
    return isAtEnd(view, heading) && !isFurther(last, view, heading);
  }

  /** Back to where it began, past what is known, and on from there. */
  async #walkDown(start: PaneView): Promise<void> {
    const probe = this.#probe;
    if (!isAtTop(start)) {
      probe.scrollTo(start.scrollY + addedAbove(start, probe.view("down")));
      await probe.settle(this.#run.signal);
      const view = probe.view("down");
      if (alignViews(start, view).kind === "lost") {
        await findAgain({ run: this.#run, probe, heading: "up" }, start);
      }
    }
    this.#reach("down", await this.#walkTo("down", start));
  }

  /** What came in below while the older part was walked over. */
  async #lookForArrivals(start: PaneView): Promise<void> {
    const search = { run: this.#run, probe: this.#probe, heading: "down" } as const;
    const view = await this.#steps.scrollBy("down", this.#probe.view("down").scrollHeight);
    if (rowsAfter(start, view) === 0) return this.#reach("down", "reached");
    if (alignViews(start, view).kind === "lost") await findAgain(search, start);
    this.#rowsBelow = 0;
    this.#reach("down", await this.#walkTo("down", start, false));
    const detail = String(this.#rowsBelow);
    if (this.#rowsBelow > 0) this.#walk.notes.push({ code: "rows-arrived", surface: this.#surface, detail });
  }
}

/** Where a walk stands: the last frame that hangs together with those before, and steps since that showed nothing new. */
interface Stay {
  view: PaneView;
  idle: number;
  stuck: number;
}

/** Rows below the last one that both views show; those of a view that shares none are all new. */
function rowsAfter(known: PaneView, view: PaneView): number {
  const keys = new Set(known.rows.map(({ key }) => key));
  return view.rows.length - 1 - view.rows.findLastIndex(({ key }) => keys.has(key));
}

/** Where offsets are counted from the top, rows added above push everything down. */
function addedAbove(start: PaneView, now: PaneView): number {
  return start.originY < 0 ? 0 : now.scrollHeight - start.scrollHeight;
}
