/** Which inner scrollers are walked over: those the person chose, or the one the page is about. */
import { hiddenLength, type PaneChoice } from "../../../src/capture/pane/scroller.ts";
import { findScrollers, type FoundScroller, indexOfPrimary } from "./find-scrollers.ts";

export interface ChosenPanes {
  elements: HTMLElement[];
  /** How many that were chosen are not there any more. */
  gone: number;
}

/** `chosen` are locators, left out where nobody was asked. */
export function choosePanes(chosen: PaneChoice): ChosenPanes {
  const found = findScrollers();
  const primary = found[indexOfPrimary(found)];
  const picked = chosen?.flatMap((locator) => at(found, locator)) ?? (primary ? [primary] : []);
  return {
    elements: picked.filter(({ facts }) => hiddenLength(facts) > 0).map(({ element }) => element),
    gone: chosen ? chosen.length - picked.length : 0,
  };
}

function at(found: readonly FoundScroller[], locator: string): FoundScroller[] {
  return found.filter(({ facts }) => facts.locator === locator).slice(0, 1);
}
