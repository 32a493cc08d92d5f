/** Numbers the capture runs by, measured on Chromium 156 (reference: two shots a second, settle and census times). */

export interface CaptureLimits {
  /** CSS pixels shared by neighbouring frames. */
  overlap: number;
  frames: number;
  /** Shots thrown away before an unstable one is accepted. */
  retakes: number;
  /** Wait after the browser said "too soon". */
  tooSoonWaitMs: number;
  tooSoonTries: number;
  /** "Image readback failed" and the like pass on some machines; wait and try so often. */
  refusedWaitMs: number;
  refusedTries: number;
  /** Looks in a row at which the mask was not in force; then no picture of the page is kept. */
  maskOffTries: number;
  /** Look every so often whether the tab is back in front, and give up after so long. */
  tabAwayWaitMs: number;
  tabAwayCapMs: number;
  /** Waits before the same frame is asked for again when nobody answered. */
  silenceWaitsMs: readonly number[];
}

export const captureLimits: CaptureLimits = {
  overlap: 32,
  frames: 600,
  retakes: 3,
  tooSoonWaitMs: 260,
  tooSoonTries: 8,
  refusedWaitMs: 600,
  refusedTries: 3,
  maskOffTries: 3,
  tabAwayWaitMs: 500,
  tabAwayCapMs: 120_000,
  silenceWaitsMs: [300, 1_000, 3_000],
};
