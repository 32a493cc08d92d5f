/** Says honestly what scrolling the document does not show: inner scrollers, frames, pictures that are not there, folded text. */
import type { CaptureNote } from "../../src/capture/verdict.ts";
import { framesNotFollowed } from "./frames-not-followed.ts";
import { boxInDocument } from "./in-view.ts";
import { picturesNotSeen } from "./pictures-not-seen.ts";
import type { Scroller } from "../../src/capture/pane/scroller.ts";
import { findScrollers, indexOfPrimary } from "./pane/find-scrollers.ts";
import { allTrees } from "./shadow-roots.ts";
import { textNotShown } from "./text-not-shown.ts";

const mostNotes = 200;

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
    if (walked.has(element)) return [];
    const box = boxInDocument(element);
    if (element === primary?.element) return [{ code: "inner-scroller", box, detail: "primary" }];
    return [{ code: "inner-scroller", box, detail: hiddenWords(facts) }];
  });
}

/** E.g. `對話 ↓ 1240 px`: signs, so that it reads the same in every language. */
function hiddenWords({ label, hiddenAbove, hiddenBelow, hiddenBeside }: Scroller): string {
  const lengths = [
    hiddenAbove > 0 && `↑ ${Math.round(hiddenAbove)} px`,
    hiddenBelow > 0 && `↓ ${Math.round(hiddenBelow)} px`,
    hiddenBeside > 0 && `→ ${Math.round(hiddenBeside)} px`,
  ];
  return [label, ...lengths].filter(Boolean).join(" ");
}
