/** Says honestly what scrolling the document does not show: inner scrollers, frames, pictures that are not there, folded text. */
import type { Rectangle } from "../../src/base/rectangle.ts";
import type { CaptureNote } from "../../src/capture/verdict.ts";
import { framesNotFollowed } from "./frames-not-followed.ts";
import { boxInDocument } from "./in-view.ts";
import { picturesNotSeen } from "./pictures-not-seen.ts";
import type { Scroller } from "../../src/capture/pane/scroller.ts";
import { findScrollers, indexOfPrimary } from "./pane/find-scrollers.ts";
import { allTrees } from "./shadow-roots.ts";
import { textNotShown } from "./text-not-shown.ts";

const mostNotes = 200;
/** CSS pixels: less is rounding. */
const leastHidden = 4;

type HiddenParts = Pick<Scroller, "label" | "hiddenAbove" | "hiddenBelow" | "hiddenBeside">;

interface Followed {
  /** How far down the document frames were taken. */
  seenTo: number;
  isMasked: boolean;
  /** Scrollers that were captured as panes. */
  walked: ReadonlySet<Element>;
  /** Chosen ones that were not there any more. */
  panesGone: number;
}

/** Pictures that are masked are not there to be missed. */
export function partsNotFollowed({ seenTo, isMasked, walked, panesGone }: Followed): CaptureNote[] {
  const elements = allTrees().flatMap((tree) => [...tree.querySelectorAll<HTMLElement>("*")]);
  const notes: CaptureNote[] = [
    ...Array.from({ length: panesGone }, (): CaptureNote => ({ code: "pane-gone" })),
    ...scrollerNotes(walked),
    ...framesNotFollowed(elements),
    ...(isMasked ? [] : picturesNotSeen(elements, seenTo)),
    ...textNotShown(elements),
  ];
  return notes.slice(0, mostNotes);
}

/** What a scroller hides, and what the page calls it: enough to know whether it should have been walked over too. */
function scrollerNotes(walked: ReadonlySet<Element>): CaptureNote[] {
  const found = findScrollers();
  const primary = found[indexOfPrimary(found)];
  return found.flatMap(({ element, facts }): CaptureNote[] => {
    const box = boxInDocument(element);
    if (walked.has(element)) return besideNotes(facts, box);
    if (element === primary?.element) return [{ code: "inner-scroller", box, detail: "primary" }];
    return [{ code: "inner-scroller", box, detail: hiddenWords(facts) }];
  });
}

/** A walk goes up and down only. */
function besideNotes({ label, hiddenBeside }: Scroller, box: Rectangle): CaptureNote[] {
  if (hiddenBeside <= leastHidden) return [];
  const hidden = { label, hiddenAbove: 0, hiddenBelow: 0, hiddenBeside };
  return [{ code: "pane-beside", box, detail: hiddenWords(hidden) }];
}

/** E.g. `對話 ↓ 1240 px`: signs, so that it reads the same in every language. */
function hiddenWords(scroller: HiddenParts): string {
  const { label, hiddenAbove, hiddenBelow, hiddenBeside } = scroller;
  const lengths = [
    hiddenAbove > 0 && `↑ ${Math.round(hiddenAbove)} px`,
    hiddenBelow > 0 && `↓ ${Math.round(hiddenBelow)} px`,
    hiddenBeside > 0 && `→ ${Math.round(hiddenBeside)} px`,
  ];
  return [label, ...lengths].filter(Boolean).join(" ");
}
