/** Port: what an inner scroller must be able to tell and do for a capture. It is only ever scrolled, never changed. */
import type { Rectangle } from "../../base/rectangle.ts";
import type { Heading, PaneView } from "./pane-view.ts";

export interface PaneProbe {
  /** Brings it into view and remembers how everything stood; `leave` puts that back. */
  enter(): void;
  leave(): void;
  /** How it stands now, without what stands in front of it; `heading` is what the walk says it is doing. */
  view(heading: Heading | null): PaneView;
  /** What stands in front of it now. Finding out takes as long as all the rest of a step: ask once a frame. */
  covers(): Rectangle[];
  /** Where it is scrolled to now, without a look at the rows. */
  offset(): number;
  /** Scrolls at once, whatever the page's own scrolling style. The scroller's own CSS pixels. */
  scrollTo(y: number): void;
  /** Waits until one frame was drawn: enough to see how far rows went, too little to be sure that they stay there. */
  glance(signal: AbortSignal): Promise<void>;
  /** Waits until what is in view held still, or a cap of about 1.5 s. A glance since the last scroll counts as its beginning. */
  settle(signal: AbortSignal): Promise<void>;
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Whether something in view says that more is on its way. */
  isLoading(): boolean;
}
