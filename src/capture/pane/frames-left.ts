/** How many frames a pane may still take, by its length as it says now: a guess for the person who waits. */
import { paneSteps } from "./choose-step.ts";
import type { PaneView } from "./pane-view.ts";

/** A virtualised list guesses its own length, and a list that loads while it is scrolled grows: this grows with it. */
export function framesLeft({
  scrollY,
  originY,
  scrollHeight,
  clientHeight,
  clip,
  heading,
}: PaneView): number {
  const above = scrollY - originY;
  const below = Math.max(0, scrollHeight - clientHeight - above);
  const rest = heading === "down" ? below : Math.max(above, 0) + (heading === null ? below : 0);
  const step = Math.max(1, clip.height * paneSteps.longest);
  return Math.ceil(rest / step);
}
