/** Single steps over an inner scroller: on to new rows beside known ones, back to known ones, or into the unknown. */
import type { CaptureRun } from "../capture-run.ts";
import { EarlyEnd } from "../early-end.ts";
import { newLength, PaneApproach } from "./approach.ts";
import { paneSteps, singleRows } from "./choose-step.ts";
import { findAgain } from "./find-again.ts";
import type { PaneProbe } from "./pane-probe.ts";
import type { Heading, PaneView } from "./pane-view.ts";

/** `again`: known rows are in view again, but nothing new beside them; `leapt`: something else is, behind a gap. */
export type Advance = "further" | "again" | "leapt" | "nowhere";

/** Gaps after which a list counts as one that cannot be followed. */
const mostLeaps = 40;

export class PaneSteps {
  readonly #run: Pick<CaptureRun, "signal">;
  readonly #probe: PaneProbe;
  readonly #surface: number;
  readonly #approach = new PaneApproach();
  #leaps = 0;

  /** `surface` numbers the pane, for the reason of an early end. */
  constructor(run: Pick<CaptureRun, "signal">, probe: PaneProbe, surface: number) {
    this.#run = run;
    this.#probe = probe;
    this.#surface = surface;
  }

  async scrollBy(heading: Heading, step: number): Promise<PaneView> {
    const probe = this.#probe;
    const offset = probe.offset();
    probe.scrollTo(heading === "up" ? offset - step : offset + step);
    await probe.settle(this.#run.signal);
    this.#run.signal.throwIfAborted();
    return probe.view(heading);
  }

  /** Scrolls on until new rows show beside ones known from `last`. @throws EarlyEnd after too many gaps */
  async advance(heading: Heading, last: PaneView): Promise<Advance> {
    const view = await this.#approach.go({ run: this.#run, probe: this.#probe, heading }, last);
    if (view === null) return this.#findAgain(heading, last);
    return isFurther(last, view, heading) ? "further" : "nowhere";
  }

  /**
   * Older rows put in above may push all known rows out of view. Seen again after a list has learned its rows' heights,
   * the same rows are a better start than before. Where they are not found either, the gap is named.
   */
  async #findAgain(heading: Heading, last: PaneView): Promise<Advance> {
    const search = { run: this.#run, probe: this.#probe, heading };
    const found = singleRows(last).length > 0 ? await findAgain(search, last) : null;
    if (!found) return this.leap(heading, last);
    return isFurther(last, found, heading) ? "further" : "again";
  }

  /** A step into what cannot be told: the frame after it stands behind a gap. @throws EarlyEnd after too many of them */
  async leap(heading: Heading, last: PaneView): Promise<Advance> {
    this.#leaps += 1;
    if (this.#leaps > mostLeaps) throw new EarlyEnd("no-progress", { surface: this.#surface });
    const view = await this.scrollBy(heading, Math.floor(last.clip.height * paneSteps.usual));
    return isFurther(last, view, heading) ? "leapt" : "nowhere";
  }
}

/** Whether the second view shows more in the direction of travel. */
export function isFurther(last: PaneView, view: PaneView, heading: Heading): boolean {
  const length = newLength(last, view, heading);
  return length === null || length >= 1;
}
