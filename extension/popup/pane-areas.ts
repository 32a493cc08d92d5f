/** The scrolling areas of a page as the person chooses among them: in reading order, with how much of each is hidden. */
import { hiddenLength, type PaneList, type Scroller } from "../../src/capture/pane/scroller.ts";

/** How much of an area is not in view, in windows of its own height. */
export interface HiddenAmount {
  side: "above" | "below" | "both";
  /** Whole windows, rounded; 0 stands for less than half of one. */
  screens: number;
}

export interface PaneArea {
  /** 1…, the same on the map and in the list. */
  number: number;
  locator: string;
  /** What the page calls it; empty where it calls it nothing. */
  label: string;
  isConversation: boolean;
  /** Walked over without being asked for. */
  isUsual: boolean;
  hidden: HiddenAmount;
  /** Something lies to its side as well, which no walk goes to. */
  hasMoreBeside: boolean;
}

/** Of these the person can choose: whatever only hides something to its side cannot be walked over. */
export function paneAreas({ scrollers, primary }: PaneList): PaneArea[] {
  return scrollers
    .map((scroller, index) => ({ scroller, isUsual: index === primary }))
    .filter(({ scroller }) => hiddenLength(scroller) > 0)
    .sort((one, other) => inReadingOrder(one.scroller, other.scroller))
    .map(({ scroller, isUsual }, index) => ({
      number: index + 1,
      locator: scroller.locator,
      label: scroller.label,
      isConversation: scroller.isConversation,
      isUsual,
      hidden: hiddenAmount(scroller),
      hasMoreBeside: scroller.hiddenBeside > leastHidden,
    }));
}

/** CSS pixels: less is rounding. */
const leastHidden = 4;

function inReadingOrder({ box: one }: Scroller, { box: other }: Scroller): number {
  return one.y - other.y || one.x - other.x;
}

/** How many areas hide something to their side and nothing else. */
export function besideOnly({ scrollers }: PaneList): number {
  return scrollers.filter((scroller) => hiddenLength(scroller) <= 0).length;
}

function hiddenAmount(scroller: Scroller): HiddenAmount {
  const { hiddenAbove, hiddenBelow, box } = scroller;
  const screens = Math.round(hiddenLength(scroller) / Math.max(1, box.height));
  if (hiddenAbove <= leastHidden) return { side: "below", screens };
  return { side: hiddenBelow <= leastHidden ? "above" : "both", screens };
}

/** Locators of what is walked over where nobody chooses. */
export function usualPanes(areas: readonly PaneArea[]): ReadonlySet<string> {
  return new Set(areas.filter(({ isUsual }) => isUsual).map(({ locator }) => locator));
}

/** What to ask for: undefined where the choice is the usual one, so that the page itself decides as ever. */
export function panesWanted(areas: readonly PaneArea[], chosen: ReadonlySet<string>): string[] | undefined {
  const isUsual = areas.every((area) => chosen.has(area.locator) === area.isUsual);
  return isUsual ? undefined : areas.map(({ locator }) => locator).filter((one) => chosen.has(one));
}
