/** Port: takes one frame of the window, checks it, stores it, and only then says so. */
import { z } from "../base/schema.ts";
import { Census, Frame } from "./frame.ts";
import { PaneView } from "./pane/pane-view.ts";

export const FrameRequest = z.object({
  captureId: z.uuid(),
  nonce: z.string().check(z.maxLength(64)),
  sequence: z.int().check(z.nonnegative(), z.maximum(10_000)),
  /** The page just before the shot. The shutter asks again after it and compares. */
  census: Census,
  /** 0 the document, 1… an inner pane. */
  surface: z.int().check(z.nonnegative(), z.maximum(100)),
  pane: z.nullable(PaneView),
  retakes: z.int(),
  /** Accept a frame although the page moved (never although a mask was off). */
  acceptsUnstable: z.boolean(),
  framesExpected: z.int(),
});
export type FrameRequest = z.infer<typeof FrameRequest>;

export const FrameAnswer = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stored"), frame: Frame }),
  /** The page changed between before and after: nothing was stored. */
  z.object({ kind: z.literal("changed") }),
  /** Chromium allows two shots a second outside the fast lane: nothing was stored. */
  z.object({ kind: z.literal("too-soon") }),
  /** Another tab is in front: no shot was taken. */
  z.object({ kind: z.literal("tab-away") }),
  /** The mask was not in place after the shot: the shot was destroyed unsaved. */
  z.object({ kind: z.literal("mask-off") }),
  /** The check of the shot had more to ask of the page, which had been scrolled on: the shot was destroyed unsaved. */
  z.object({ kind: z.literal("moved-on") }),
  z.object({
    kind: z.literal("failed"),
    code: z.enum(["browser-refused", "storage-failed", "window-mismatch"]),
  }),
]);
export type FrameAnswer = z.infer<typeof FrameAnswer>;

export interface Shutter {
  /** Milliseconds until a shot is allowed; 0 where it is now. A look at the page just before the shot is worth most. */
  freeInMs(): number;
  /**
   * `onShot` may be called once the picture is taken and the page was still the same after it: from then on the page
   * may be scrolled, although nothing is stored yet. It tells whether the page will be.
   */
  take(request: FrameRequest, signal: AbortSignal, onShot: () => boolean): Promise<FrameAnswer>;
}
