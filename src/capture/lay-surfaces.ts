/** Sorts frames by what they show, the document or an inner scroller, and lays each. A pure function of the frames. */
import type { Frame } from "./frame.ts";
import type { LaidSurface } from "./laid-frame.ts";
import { layDocument } from "./lay-document.ts";
import { layPane } from "./pane/lay-pane.ts";

/** The document first, then each inner scroller by its number. */
export function laySurfaces(frames: readonly Frame[]): LaidSurface[] {
  const numbers = new Set(frames.map(({ surface }) => surface));
  return [...numbers]
    .sort((one, other) => one - other)
    .map((number) => {
      const shown = frames.filter(({ surface }) => surface === number);
      return number === 0 ? layDocument(shown) : layPane(shown);
    });
}
