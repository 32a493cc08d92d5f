/** Tells the popup which inner scrollers there are, before anything is kept. */
import type { PaneList } from "../../../src/capture/pane/scroller.ts";
import { findScrollers, indexOfPrimary } from "./find-scrollers.ts";

export function listPanes(): PaneList {
  const found = findScrollers();
  return {
    window: { width: innerWidth, height: innerHeight },
    scrollers: found.map(({ facts }) => facts),
    primary: indexOfPrimary(found),
  };
}
