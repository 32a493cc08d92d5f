/** Port: what a page must be able to tell and do for a capture. It is only ever scrolled, never changed. */
import type { Census } from "./frame.ts";
import type { CaptureNote } from "./verdict.ts";

export interface PageProbe {
  census(): Census;
  /** Scrolls at once, whatever the page's own scrolling style. CSS pixels. */
  scrollTo(x: number, y: number): void;
  /** Waits until two frames were drawn and the page held still, or a cap of about 1.5 s. */
  settle(signal: AbortSignal): Promise<void>;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Parts of the page that scrolling the document does not show. */
  partsNotFollowed(): CaptureNote[];
}
