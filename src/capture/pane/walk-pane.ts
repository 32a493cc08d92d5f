/**
 * Walks over an inner scroller: a conversation from its end back to its beginning, a list from its top down. Frames
 * are taken only where rows shared with the frame before say how far it went; scroll offsets are a hint.
 */
import type { CaptureRun, Surface, SurfaceWalk, TakenFrame } from "../capture-run.ts";
import { EarlyEnd } from "../early-end.ts";
import { alignViews } from "./align-views.ts";
import { waitForMore } from "./await-more.ts";
import { chooseStep, paneSteps, singleRows } from "./choose-step.ts";
import { findAgain } from "./find-again.ts";
import { framesLeft } from "./frames-left.ts";
import type { PaneProbe } from "./pane-probe.ts";
import { type Heading, isAtBottom, isAtEnd, isAtTop, type PaneView } from "./pane-view.ts";

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

/** A page that adds rows below for ever is followed so many times after the older part is whole. */
const mostArrivalFrames = 5;
/** Steps in a row that show nothing new, although the offsets say that there is more: rows may jump back meanwhile. */
const mostIdleSteps = 12;
/** Steps in a row on which the offset does not change either. */
const mostStuckSteps = 3;
/** Gaps after which a list counts as one that cannot be followed. */
const mostLeaps = 40;

class PaneWalk {
  readonly #walk: SurfaceWalk;
  readonly #run: CaptureRun;
  readonly #probe: PaneProbe;
  /** 1… */
  readonly #surface: number;
  readonly #startedAtMs: number;
  #frames = 0;
  #leaps = 0;

  constructor(walk: SurfaceWalk, probe: PaneProbe, surface: number) {
    this.#walk = walk;
    this.#run = walk.run;
    this.#probe = probe;
    this.#surface = surface;
    this.#startedAtMs = this.#nowMs();
  }

  /** Everything from here to the beginning, then everything below. @throws EarlyEnd, or the signal's reason */
  async go(): Promise<void> {
    const found = this.#probe.view(null);
    const start = await this.#shoot(null);
    if (isAtTop(found) && isAtTop(start)) return this.#walkDownFirst(start);
    this.#reach("up", await this.#walkTo("up", start));
    if (isAtBottom(start)) await this.#lookForArrivals(start);
    else await this.#walkDown(start);
  }

  /** A list that opens at its top. Whether more was put in above meanwhile is seen on the way back. */
  async #walkDownFirst(start: PaneView): Promise<void> {
    this.#reach("down", await this.#walkTo("down", start));
    const top = await this.#scrollBy("up", this.#probe.view("up").scrollHeight);
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

  async #shoot(heading: Heading | null): Promise<PaneView> {
    this.#guardCaps();
    const { pane } = await this.#walk.take({
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

  #end(reason: "reach-chosen" | "time-cap" | "no-progress"): EarlyEnd {
    return new EarlyEnd(reason, { surface: this.#surface });
  }

  #nowMs(): number {
    return this.#run.clock.now().monotonicMs;
  }

  async #walkTo(heading: Heading, from: PaneView): Promise<"reached" | "loader-visible"> {
    const stay = { view: from, idle: 0, stuck: 0 };
    for (;;) {
      const isShown = this.#isShownToEnd(heading, stay.view);
      const more = isShown ? await waitForMore(this.#run, this.#probe, heading) : "more";
      if (more !== "more") return more;
      await this.#step(heading, stay);
    }
  }

  /** @throws EarlyEnd where the pane does not let itself be scrolled */
  async #step(heading: Heading, stay: Stay): Promise<void> {
    const offset = this.#probe.offset();
    const isIdle = stay.idle >= mostIdleSteps;
    const came = isIdle ? await this.#leap(heading, stay.view) : await this.#advance(heading, stay.view);
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
    if (isTied) stay.view = shot;
  }

  /** Scrolls on until new rows show beside ones known from `last`. */
  async #advance(heading: Heading, last: PaneView): Promise<Advance> {
    let step = chooseStep(last, heading);
    let view = await this.#scrollBy(heading, step);
    while (alignViews(last, view).kind === "lost") {
      const shorter = Math.floor(step / 2);
      if (shorter < last.clip.height * paneSteps.shortest) return this.#findAgain(heading, last);
      view = await this.#scrollBy(heading, shorter - step);
      step = shorter;
    }
    return isFurther(last, view, heading) ? "further" : "nowhere";
  }

  /**
   * Older rows put in above may push all known rows out of view. Seen again after a list has learned its rows' heights,
   * the same rows are a better start than before. Where they are not found either, the gap is named.
   */
  async #findAgain(heading: Heading, last: PaneView): Promise<Advance> {
    const search = { run: this.#run, probe: this.#probe, heading };
    const found = singleRows(last).length > 0 ? await findAgain(search, last) : null;
    if (!found) return this.#leap(heading, last);
    return isFurther(last, found, heading) ? "further" : "again";
  }

  /** A step into what cannot be told: the frame after it stands behind a gap. @throws EarlyEnd after too many of them */
  async #leap(heading: Heading, last: PaneView): Promise<Advance> {
    this.#leaps += 1;
    if (this.#leaps > mostLeaps) throw this.#end("no-progress");
    const view = await this.#scrollBy(heading, Math.floor(last.clip.height * paneSteps.usual));
    return isFurther(last, view, heading) ? "leapt" : "nowhere";
  }

  /** At the end by its offset, with nothing in view that the last frame does not show. */
  #isShownToEnd(heading: Heading, last: PaneView): boolean {
    const view = this.#probe.view(heading);
    return isAtEnd(view, heading) && !isFurther(last, view, heading);
  }

  async #scrollBy(heading: Heading, step: number): Promise<PaneView> {
    const probe = this.#probe;
    const offset = probe.offset();
    probe.scrollTo(heading === "up" ? offset - step : offset + step);
    await probe.settle(this.#run.signal);
    this.#run.signal.throwIfAborted();
    return probe.view(heading);
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
    const probe = this.#probe;
    let known = start;
    let count = 0;
    for (let frame = 0; frame < mostArrivalFrames; frame += 1) {
      const view = await this.#scrollBy("down", probe.view("down").scrollHeight);
      const arrivals = rowsAfter(known, view);
      if (arrivals === 0) break;
      count += arrivals;
      known = await this.#shoot("down");
    }
    if (count > 0) {
      this.#walk.notes.push({ code: "rows-arrived", surface: this.#surface, detail: String(count) });
    }
    this.#reach("down", "reached");
  }
}

/** Where a walk stands: the last frame that hangs together with those before, and steps since that showed nothing new. */
interface Stay {
  view: PaneView;
  idle: number;
  stuck: number;
}

/** `again`: known rows are in view again, but nothing new beside them; `leapt`: something else is, behind a gap. */
type Advance = "further" | "again" | "leapt" | "nowhere";

/** Whether the second view shows more in the direction of travel. */
function isFurther(last: PaneView, view: PaneView, heading: Heading): boolean {
  const alignment = alignViews(last, view);
  if (alignment.kind === "lost") return true;
  return heading === "up" ? alignment.displacement >= 1 : alignment.displacement <= -1;
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
