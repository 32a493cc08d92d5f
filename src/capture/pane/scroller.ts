/** The inner scrollers of a page as facts, and which of them is what the page is about. */
import { Rectangle } from "../../base/rectangle.ts";
import { z } from "../../base/schema.ts";

export const mostScrollers = 40;

/** A path of names and places that leads to an element; no text of the page in it. */
const Locator = z.string().check(z.maxLength(2_000));

/** The scrollers a person wants walked over; left out where nobody was asked. */
export const PaneChoice = z.optional(z.array(Locator).check(z.maxLength(mostScrollers)));
export type PaneChoice = z.infer<typeof PaneChoice>;

export const Scroller = z.object({
  locator: Locator,
  /** What the page calls it: a label, a heading, or its first words. Empty where it calls it nothing. */
  label: z.string().check(z.maxLength(120)),
  /** CSS pixels in the window as it stands. */
  box: Rectangle,
  /** CSS pixels of content that cannot be seen without scrolling it. */
  hiddenAbove: z.number(),
  hiddenBelow: z.number(),
  hiddenBeside: z.number(),
  /** Whether it is a conversation as far as one can tell: it opens at its end, or says so. */
  isConversation: z.boolean(),
});
export type Scroller = z.infer<typeof Scroller>;

export const PaneList = z.object({
  /** CSS pixels. */
  window: z.object({ width: z.number(), height: z.number() }),
  scrollers: z.array(Scroller).check(z.maxLength(mostScrollers)),
  /** Index of the one that is walked over by itself; -1 for none. */
  primary: z.int(),
});
export type PaneList = z.infer<typeof PaneList>;

/** Shares of the window. */
const primaryWidth = 0.5;
const primaryHeight = 0.55;

/** Index of the scroller that is captured by itself: the largest of those that fill most of the window; -1 for none. */
export function primaryScroller(scrollers: readonly Scroller[], window: PaneList["window"]): number {
  let primary = -1;
  for (const [index, scroller] of scrollers.entries()) {
    if (!isLarge(scroller, window) || hiddenLength(scroller) <= 0) continue;
    if (primary < 0 || areaOf(scroller) > areaOf(scrollers[primary])) primary = index;
  }
  return primary;
}

/** Content above and below; what is hidden beside is listed but not walked over. */
export function hiddenLength({ hiddenAbove, hiddenBelow }: Scroller): number {
  return hiddenAbove + hiddenBelow;
}

function isLarge({ box }: Scroller, window: PaneList["window"]): boolean {
  return (
    box.width >= Math.floor(window.width * primaryWidth) &&
    box.height >= Math.floor(window.height * primaryHeight)
  );
}

function areaOf(scroller: Scroller | undefined): number {
  return scroller ? scroller.box.width * scroller.box.height : 0;
}
