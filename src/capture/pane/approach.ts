/**
 * Scrolls a pane until a wanted length of it is new. Lists that guess the heights of rows they have not drawn go further
 * than they were sent, or less far; so how far it went is read from the rows, and put right before a shot is spent on it.
 */
import type { CaptureRun } from "../capture-run.ts";
import { alignViews } from "./align-views.ts";
import { chooseStep, paneSteps } from "./choose-step.ts";
import type { PaneProbe } from "./pane-probe.ts";
import { type Heading, isAtEnd, type PaneView } from "./pane-view.ts";

/** Share of the clip's height that is not worth another glance. */
const nearEnough = 0.08;
/** CSS pixels too far, from which on a row under a cover in one frame may be under it in the next as well. */
const tooFar = 16;
/** Scrolls of one approach. */
const mostStrides = 8;
/** Share of the clip's height, in lists that were seen to guess: most of them draw some rows ahead, and know those. */
const carefulStride = 0.3;

export interface PaneTravel {
  run: Pick<CaptureRun, "signal">;
  probe: PaneProbe;
  heading: Heading;
}

/** CSS pixels of `view` that are new in the direction of travel; null where it shares no rows with `last`. */
export function newLength(last: PaneView, view: PaneView, heading: Heading): number | null {
  const alignment = alignViews(last, view);
  if (alignment.kind === "lost") return null;
  return heading === "up" ? alignment.displacement : -alignment.displacement;
}

/** One for each pane: it remembers whether the list guesses. */
export class PaneApproach {
  #isGuessing = false;

  /** The settled view beside `last`; null where none was found that shares rows with it. */
  async go(travel: PaneTravel, last: PaneView): Promise<PaneView | null> {
    const { probe, heading, run } = travel;
    const wanted = chooseStep(last, heading);
    let reached = newLength(last, probe.view(heading), heading) ?? 0;
    for (let strides = 0; strides < mostStrides && !isThere(last, wanted - reached); strides += 1) {
      const way = this.#wayOf(last, wanted - reached);
      const came = await stride(travel, last, { way, from: reached });
      if (came === null) return null;
      this.#isGuessing ||= !came.isAtEnd && Math.abs(came.length - reached - came.way) > tooFar;
      const isStuck = came.length === reached;
      reached = came.length;
      if (isStuck || (came.isAtEnd && reached < wanted)) break;
    }
    await probe.settle(run.signal);
    run.signal.throwIfAborted();
    const view = probe.view(heading);
    return alignViews(last, view).kind === "lost" ? null : view;
  }

  #wayOf({ clip }: PaneView, left: number): number {
    return this.#isGuessing ? Math.min(left, Math.floor(clip.height * carefulStride)) : left;
  }
}

function isThere({ clip }: PaneView, left: number): boolean {
  return left <= clip.height * nearEnough && left >= -tooFar;
}

interface Stride {
  /** What was scrolled, and how much is new now. */
  way: number;
  length: number;
  isAtEnd: boolean;
}

interface Wish {
  way: number;
  /** What was new before. */
  from: number;
}

/** A scroll, and back until rows are shared. Null where the shortest way from the last frame shares none. */
async function stride(travel: PaneTravel, last: PaneView, wish: Wish): Promise<Stride | null> {
  const { probe, heading, run } = travel;
  let { way } = wish;
  scrollBy(travel, way);
  await probe.glance(run.signal);
  let length = newLength(last, probe.view(heading), heading);
  if (length === null) {
    // Nothing shared may be nothing drawn yet.
    await probe.settle(run.signal);
    length = newLength(last, probe.view(heading), heading);
  }
  while (length === null) {
    const shorter = shorterWay(way, last, wish);
    if (shorter === null) return null;
    scrollBy(travel, shorter - way);
    await probe.settle(run.signal);
    length = newLength(last, probe.view(heading), heading);
    way = shorter;
  }
  return { way, length, isAtEnd: isAtEnd(probe.view(heading), heading) };
}

/** Half of it; in the end back to where the approach had come, which shares rows. */
function shorterWay(way: number, { clip }: PaneView, { from }: Wish): number | null {
  const half = Math.floor(way / 2);
  if (Math.abs(half) >= clip.height * paneSteps.shortest) return half;
  return from === 0 || way === 0 ? null : 0;
}

function scrollBy({ probe, heading }: PaneTravel, way: number): void {
  if (way === 0) return;
  const offset = probe.offset();
  probe.scrollTo(heading === "up" ? offset - way : offset + way);
}
