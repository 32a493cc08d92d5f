/**
 * Where the next row of frames is to stand, and what to do when the page stands elsewhere: nothing may be left out
 * between two rows, and every row has to come further than the one before.
 */
import type { CaptureLimits } from "./capture-limits.ts";
import type { Census, PageMeasures } from "./frame.ts";
import type { PageProbe } from "./page-probe.ts";
import { insetsOf, stepDown } from "./step-plan.ts";
import type { CaptureNote } from "./verdict.ts";
import { EarlyEnd } from "./early-end.ts";

/** Half a device pixel at the coarsest ratio. */
const tolerance = 0.6;
/** A page that snaps or scrolls by itself is asked again so often before its snapping is switched off. */
const tries = 2;
/** What stands in front may come and go with every scroll; so often a place is bettered for it. */
const mostCorrections = 8;

export interface RowAimSettings {
  /** The last row's offset as the page counts now. */
  base: number;
  /** The row before; none for the first. */
  last?: PageMeasures;
  limits: CaptureLimits;
  probe: Pick<PageProbe, "stopSnapping">;
  /** Hides what blocks the view; whether there was anything. */
  unblock(census: Census): boolean;
  notes: CaptureNote[];
}

export class RowAim {
  readonly target: number;
  readonly #settings: RowAimSettings;
  #corrections = 0;
  #triesLeft = tries;

  constructor(settings: RowAimSettings) {
    this.#settings = settings;
    const { base, last, limits } = settings;
    this.target = last ? base + stepDown(last, limits) : base;
  }

  /** Where to scroll instead; null when the frame can be taken here. @throws EarlyEnd where there is no way on */
  correct(census: Census): { x: number; y: number } | null {
    const { last, unblock } = this.#settings;
    this.#corrections += 1;
    if (this.#corrections > mostCorrections) return null;
    if (unblock(census)) return { x: census.scrollX, y: this.target };
    if (!last) return null;
    const y = this.#betterPlace(census, last);
    return y === null ? null : { x: census.scrollX, y };
  }

  #betterPlace(census: Census, last: PageMeasures): number | null {
    const { base } = this.#settings;
    const isStuck = census.scrollY <= base + tolerance && !isAtBottom(census);
    const seenTo = base + last.clientHeight - insetsOf(last).bottom;
    const leavesGap = census.scrollY + insetsOf(census).top > seenTo + tolerance;
    if (!isStuck && !leavesGap) return null;
    if (this.#triesLeft > 0) {
      this.#triesLeft -= 1;
      return isStuck ? this.target : this.#closer(census, seenTo);
    }
    if (this.#stopSnapping()) return isStuck ? this.target : this.#closer(census, seenTo);
    if (isStuck) throw new EarlyEnd("no-progress");
    return null;
  }

  /** So far up that nothing stands in front of what comes next; never back to the row before. */
  #closer(census: Census, seenTo: number): number | null {
    const { base, limits } = this.#settings;
    const y = seenTo - insetsOf(census).top - limits.overlap;
    return y > base + tolerance && y < census.scrollY - tolerance ? y : null;
  }

  #stopSnapping(): boolean {
    const { probe, notes } = this.#settings;
    if (!probe.stopSnapping()) return false;
    this.#triesLeft = tries;
    notes.push({ code: "snapping-off" });
    return true;
  }
}

/**
 * The last row's offset as the page counts now. Where content above was added or taken away, browsers move the offset
 * along with it (scroll anchoring): what stands in the window is still the last row.
 */
export function rowBase(last: PageMeasures, now: PageMeasures): number {
  const drift = now.scrollY - last.scrollY;
  const growth = now.documentHeight - last.documentHeight;
  return Math.abs(drift) > tolerance && Math.abs(growth - drift) <= 2 ? now.scrollY : last.scrollY;
}

export function isAtBottom(census: PageMeasures): boolean {
  return census.scrollY + census.clientHeight >= census.documentHeight - 1;
}

export function isAtRight(census: PageMeasures): boolean {
  return census.scrollX - census.originX + census.clientWidth >= census.documentWidth - 1;
}
