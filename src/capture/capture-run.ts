/** Everything one run over a page needs: the page, the shutter, the clock, the limits and a way to stop. */
import type { Clock } from "../base/clock.ts";
import type { CaptureLimits } from "./capture-limits.ts";
import type { Census } from "./frame.ts";
import type { PageProbe } from "./page-probe.ts";
import type { PaneView } from "./pane/pane-view.ts";
import type { Reach } from "./reach.ts";
import type { Shutter } from "./shutter.ts";
import type { SurfaceEnds } from "./surface-ends.ts";
import type { CaptureNote } from "./verdict.ts";

export interface CaptureRun {
  captureId: string;
  nonce: string;
  probe: PageProbe;
  shutter: Shutter;
  clock: Clock;
  limits: CaptureLimits;
  reach: Reach;
  /** Aborted when the person stops the capture; with an `EarlyEnd` as its reason where something else does. */
  signal: AbortSignal;
  /** What is walked over after the window as found, one after the other; their places in this list number them. */
  surfaces: readonly Surface[];
  /** Only the window as it stands, e.g. for a document that is no web page. */
  onlyVisiblePart?: boolean;
}

/** Something longer than the window: the document, or a pane that scrolls inside it. */
export interface Surface {
  kind: SurfaceEnds["kind"];
  /** Returns when the end is reached. @throws EarlyEnd, or the signal's reason */
  walk(walk: SurfaceWalk): Promise<void>;
}

export interface SurfaceWalk {
  run: CaptureRun;
  /** The window as it was found. */
  asSeen: Census;
  /** Says how far the walk came; an early end is written in by the run. */
  ends: Pick<SurfaceEnds, "first" | "last">;
  /** For what a reader should know of this surface. */
  notes: CaptureNote[];
  take(wish: FrameWish): Promise<TakenFrame>;
}

export interface FrameWish {
  /** Frames of the whole surface, as far as it can be told now. */
  framesExpected: number;
  /** The walk has waited itself until what it shows held still. Not so any more once the frame is taken again. */
  isStill?: boolean;
  /** Where to scroll instead, once the page held still; null when this is the place. */
  correct?(census: Census): { x: number; y: number } | null;
  /** What the pane shows, asked just before each shot. */
  view?(): PaneView;
  /**
   * Scrolls to where a frame was taken. Where it can, the walk may go on as soon as the picture is taken, while it is
   * still being stored; should that fail, the frame is taken again.
   */
  goBackTo?(taken: TakenFrame): void;
}

export interface TakenFrame {
  census: Census;
  pane: PaneView | null;
}
