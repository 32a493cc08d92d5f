/**
 * Port: what a page must be able to tell and do for a capture. It is only ever scrolled; the two changes there are
 * (hiding what blocks the view, switching off snapping) are a last resort, are noted, and are undone by `putBack`.
 */
import type { Census, PageMeasures } from "./frame.ts";
import type { CaptureNote } from "./verdict.ts";

export interface PageProbe {
  census(): Census;
  /** Quicker than a census: nothing is hit-tested. */
  measures(): PageMeasures;
  /** Waits until fonts are there, at most 2 s. Moves nothing. */
  ready(signal: AbortSignal): Promise<void>;
  /** Scrolls at once, whatever the page's own scrolling style. CSS pixels. */
  scrollTo(x: number, y: number): void;
  /**
   * Waits until two frames were drawn and the page held still, or a cap of about 1.5 s. `isStill` where that was waited
   * for already: only what the mask needs is done then.
   */
  settle(signal: AbortSignal, isStill?: boolean): Promise<void>;
  /** Waits until what held still is on the screen as well: asked right before a shot, after everything else. */
  onScreen(): Promise<void>;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Whether something in view says that more is on its way. */
  isLoading(): boolean;
  /** Hides the elements with these occluder keys; how many there were. */
  hideOccluders(keys: readonly string[]): number;
  /** Switches scroll snapping off; false where there is none. */
  stopSnapping(): boolean;
  /** Undoes every change. */
  putBack(): void;
  /** Parts of the page that scrolling the document does not show. */
  partsNotFollowed(): CaptureNote[];
}
