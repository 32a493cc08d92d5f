/**
 * Whether the last frame that is stored is probably the last there will be: then its strips are drawn while the end is
 * still being watched. A guess and no more; should another frame come, what it changes is drawn once more.
 */
import { millisecondsOf } from "../base/clock.ts";
import type { Frame } from "../capture/frame.ts";
import { isAtEnd } from "../capture/pane/pane-view.ts";
import { isAtBottom, isAtRight } from "../capture/row-aim.ts";

/** Milliseconds: longer than two frames of the slow lane are apart. */
const shortestQuietMs = 600;
/** Conversations load while one waits at their end: only a longer wait than any before says something. */
const longerThanBefore = 1.3;

/** `frames` in the order in which they were taken; `quietMs` since the last one was stored. */
export function isProbablyLast(frames: readonly Frame[], quietMs: number): boolean {
  const last = frames.at(-1);
  if (!last) return false;
  return last.surface === 0 ? isLastOfDocument(frames, last) : isLastOfPane(frames, last, quietMs);
}

/** At the last corner of a page that never grew. */
function isLastOfDocument([first]: readonly Frame[], { census }: Frame): boolean {
  const hasGrown = first === undefined || census.documentHeight > first.census.documentHeight;
  return !hasGrown && isAtBottom(census) && isAtRight(census);
}

function isLastOfPane(frames: readonly Frame[], last: Frame, quietMs: number): boolean {
  if (!isAtItsEnd(last)) return false;
  const waits = frames
    .slice(0, -1)
    .flatMap((frame, index) => (isAtItsEnd(frame) ? [msBetween(frame, frames[index + 1])] : []));
  return quietMs >= Math.max(shortestQuietMs, ...waits.map((wait) => wait * longerThanBefore));
}

function isAtItsEnd({ pane }: Frame): boolean {
  return pane !== null && pane.heading !== null && isAtEnd(pane, pane.heading);
}

function msBetween(one: Frame, other: Frame | undefined): number {
  return other ? millisecondsOf(other.takenAtUtc) - millisecondsOf(one.takenAtUtc) : 0;
}
