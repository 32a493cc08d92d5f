/**
 * Runs one capture: the window as found, then every surface from end to end, and the page put back as it was.
 * Every early end has its reason.
 */
import { clockJumpMs } from "../base/clock.ts";
import type { CaptureOutcome } from "./capture-outcome.ts";
import type { CaptureRun, FrameWish, Surface, SurfaceWalk } from "./capture-run.ts";
import { EarlyEnd } from "./early-end.ts";
import type { Census } from "./frame.ts";
import { framesExpected } from "./step-plan.ts";
import type { EndReason, SurfaceEnds } from "./surface-ends.ts";
import { FrameTaker } from "./take-frame.ts";
import type { CaptureNote, NoteCode } from "./verdict.ts";

const clockToleranceMs = 2_000;

/** After these the other surfaces can still be walked over; after any other end nothing more can be taken. */
const endsOfOneSurface: readonly NoteCode[] = [
  "reach-chosen",
  "feed-truncated",
  "loader-visible",
  "no-progress",
  "length-cap",
];

/** Never throws for what a page or browser does: it ends early and says why. The page is put back at the end. */
export async function runCapture(run: CaptureRun): Promise<CaptureOutcome> {
  const startedAt = run.clock.now();
  const { start, taken } = await walkAll(run);
  const end = run.probe.census();
  const notes = [...taken.notes];
  if (end.documentHeight < start.documentHeight - 1) notes.push({ code: "page-shrank" });
  const finishedAt = run.clock.now();
  if (Math.abs(clockJumpMs(startedAt, finishedAt)) > clockToleranceMs) notes.push({ code: "clock-moved" });
  notes.push(...run.probe.partsNotFollowed());
  return { startedAt, finishedAt, framesTaken: taken.framesTaken, notes, ends: taken.ends };
}

interface Taken {
  framesTaken: number;
  notes: CaptureNote[];
  ends: SurfaceEnds[];
}

async function walkAll(run: CaptureRun): Promise<{ start: Census; taken: Taken }> {
  // Fonts first, as they change every line of text; nothing has moved yet.
  await run.probe.ready(run.signal).catch(() => undefined);
  const start = run.probe.census();
  const taker = new FrameTaker(run, start.url);
  const taken: Taken = { framesTaken: 0, notes: [], ends: [] };
  try {
    await walkSurfaces({ run, taker, taken }, start);
  } finally {
    run.probe.putBack();
    run.probe.scrollTo(start.scrollX, start.scrollY);
  }
  taken.framesTaken = taker.framesTaken;
  return { start, taken };
}

interface Walking {
  run: CaptureRun;
  taker: FrameTaker;
  taken: Taken;
}

async function walkSurfaces({ run, taker, taken }: Walking, start: Census): Promise<void> {
  let asSeen: Census;
  try {
    // The window as it was found, before anything moves: it exists whatever fails next.
    ({ census: asSeen } = await taker.take(0, { framesExpected: framesExpected(start, run.limits) }));
  } catch (error) {
    endEarly({ taken, surface: 0, kind: "document" }, endNote(error, run.signal));
    return;
  }
  if (run.onlyVisiblePart) {
    taken.ends.push({ surface: 0, kind: "document", first: "window-only", last: "window-only" });
    return;
  }
  for (const [number, surface] of run.surfaces.entries()) {
    const mayGoOn = await walkSurface({ run, taker, taken }, { asSeen, number, surface });
    if (!mayGoOn) return;
  }
}

/** Whether another surface can be walked over after it. */
async function walkSurface(
  { run, taker, taken }: Walking,
  { asSeen, number, surface }: { asSeen: Census; number: number; surface: Surface },
): Promise<boolean> {
  const ends: SurfaceWalk["ends"] = { first: "not-reached", last: "not-reached" };
  const take = (wish: FrameWish) => taker.take(number, wish);
  taker.framesBeside = number === 0 && isAtOrigin(asSeen) ? 0 : taker.framesTaken;
  try {
    await surface.walk({ run, asSeen, ends, notes: taken.notes, take });
    await taker.stored();
    taken.ends.push({ surface: number, kind: surface.kind, ...ends });
    return true;
  } catch (error) {
    const note = endNote(error, run.signal);
    endEarly({ taken, surface: number, kind: surface.kind }, note, ends.first);
    await taker.arrived();
    return endsOfOneSurface.includes(note.code);
  }
}

function isAtOrigin({ scrollX, scrollY, originX }: Census): boolean {
  return scrollY === 0 && scrollX === originX;
}

function endEarly(
  { taken, surface, kind }: { taken: Taken; surface: number; kind: SurfaceEnds["kind"] },
  note: CaptureNote,
  first: EndReason = "not-reached",
): void {
  taken.notes.push(note);
  taken.ends.push({ surface, kind, first, last: note.code });
}

function endNote(error: unknown, signal: AbortSignal): CaptureNote {
  if (error instanceof EarlyEnd) return error.note;
  if (signal.aborted) return { code: "stopped-by-person" };
  throw error;
}
