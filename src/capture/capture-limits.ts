/**
 * Numbers a capture runs by, measured on Chromium 156 (two shots a second, settle and census times).
 * The caps on frames, time and length are configuration: `CaptureCaps` may lower or raise them for one capture.
 */
import { z } from "../base/schema.ts";

export const CaptureCaps = z.object({
  frames: z.int().check(z.positive(), z.maximum(10_000)),
  /** Milliseconds of one capture; null for as long as it takes. */
  timeMs: z.nullable(z.int().check(z.positive())),
  /** CSS pixels of the document; null for as long as it is. */
  lengthPx: z.nullable(z.int().check(z.positive())),
  /** Milliseconds for which a page that keeps growing is followed. */
  feedMs: z.int().check(z.nonnegative()),
});
export type CaptureCaps = z.infer<typeof CaptureCaps>;

/** Some of them, in place of the usual ones. */
export const CapsChosen = z.partial(CaptureCaps);
export type CapsChosen = z.infer<typeof CapsChosen>;

export interface CaptureLimits extends CaptureCaps {
  /** CSS pixels shared by neighbouring frames. */
  overlap: number;
  /** Share of the window that bars at its edges may take before they are hidden. */
  mostInset: number;
  /** CSS pixels below which a step is no step. */
  shortestStep: number;
  /** Shots thrown away before an unstable one is accepted. */
  retakes: number;
  /** Growths in a row that make a page a feed. */
  feedGrowths: number;
  /** At the bottom of a page that never grew: one look after so long. */
  quietEndMs: number;
  /** At the bottom of a page that grew, or shows that it is loading: so many looks, so far apart. */
  endChecks: number;
  endCheckMs: number;
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
  frames: 600,
  timeMs: null,
  lengthPx: null,
  feedMs: 60_000,
  overlap: 32,
  mostInset: 0.45,
  shortestStep: 80,
  retakes: 3,
  feedGrowths: 3,
  quietEndMs: 300,
  endChecks: 3,
  endCheckMs: 700,
  tooSoonWaitMs: 260,
  tooSoonTries: 8,
  refusedWaitMs: 600,
  refusedTries: 3,
  maskOffTries: 3,
  tabAwayWaitMs: 500,
  tabAwayCapMs: 120_000,
  silenceWaitsMs: [300, 1_000, 3_000],
};

export function limitsWith(chosen: CapsChosen): CaptureLimits {
  const caps = Object.entries(chosen).filter(([, cap]) => cap !== undefined);
  return { ...captureLimits, ...Object.fromEntries(caps) };
}
