/** Everything one run over a page needs: the page, the shutter, the clock, the limits and a way to stop. */
import type { Clock } from "../base/clock.ts";
import type { CaptureLimits } from "./capture-limits.ts";
import type { PageProbe } from "./page-probe.ts";
import type { Shutter } from "./shutter.ts";

export interface CaptureRun {
  captureId: string;
  nonce: string;
  probe: PageProbe;
  shutter: Shutter;
  clock: Clock;
  limits: CaptureLimits;
  /** Aborted when the person stops the capture. */
  signal: AbortSignal;
  /** Only the window as it stands, e.g. for a document that is no web page. */
  onlyVisiblePart?: boolean;
}
