/**
 * Walks over the whole document, frame by frame, left to right and top to bottom.
 * Frames are placed by the offset read back, never by the one asked for; every early end has its reason.
 */
import { clockJumpMs } from "../base/clock.ts";
import type { CaptureLimits } from "./capture-limits.ts";
import type { CaptureOutcome } from "./capture-outcome.ts";
import type { CaptureRun } from "./capture-run.ts";
import type { Census } from "./frame.ts";
import { EarlyEnd, FrameTaker } from "./take-frame.ts";
import type { CaptureNote } from "./verdict.ts";

const clockToleranceMs = 2_000;

/** Never throws for what a page or browser does: it ends early and says why. The page is scrolled back at the end. */
export async function runCapture(run: CaptureRun): Promise<CaptureOutcome> {
  const startedAt = run.clock.now();
  const start = run.probe.census();
  const taker = new FrameTaker(run, start.url);
  const notes: CaptureNote[] = [];
  try {
    await walk(run, taker, start);
  } catch (error) {
    notes.push(endNote(error, run.signal));
  } finally {
    run.probe.scrollTo(start.scrollX, start.scrollY);
  }
  const end = run.probe.census();
  if (end.documentHeight !== start.documentHeight) notes.push({ code: "page-grew" });
  const finishedAt = run.clock.now();
  if (Math.abs(clockJumpMs(startedAt, finishedAt)) > clockToleranceMs) notes.push({ code: "clock-moved" });
  notes.push(...run.probe.partsNotFollowed());
  return { startedAt, finishedAt, framesTaken: taker.framesTaken, notes };
}

function endNote(error: unknown, signal: AbortSignal): CaptureNote {
  if (error instanceof EarlyEnd) return { code: error.reason };
  if (signal.aborted) return { code: "stopped-by-person" };
  throw error;
}

async function walk(run: CaptureRun, taker: FrameTaker, start: Census): Promise<void> {
  // The window as it was found, before anything moves: it exists whatever fails next.
  const asSeen = await taker.take(framesExpected(start, run.limits));
  if (run.onlyVisiblePart) return;
  const isFirstTile = asSeen.scrollY === 0 && asSeen.scrollX === asSeen.originX;
  taker.framesBeside = isFirstTile ? 0 : 1;
  let row = await walkRow(run, taker, { y: 0, first: isFirstTile ? asSeen : null });
  while (!isAtBottom(row)) {
    const next = await walkRow(run, taker, {
      y: row.scrollY + stepOf(row.clientHeight, run.limits),
      first: null,
    });
    if (next.scrollY <= row.scrollY) throw new EarlyEnd("no-progress");
    row = next;
  }
}

/** One row of frames, left to right; returns the census of its last frame. */
async function walkRow(
  run: CaptureRun,
  taker: FrameTaker,
  { y, first }: { y: number; first: Census | null },
): Promise<Census> {
  let column = first ?? (await shootAt(run, taker, { x: Number.NEGATIVE_INFINITY, y }));
  while (!isAtRight(column)) {
    const next = await shootAt(run, taker, { x: column.scrollX + stepOf(column.clientWidth, run.limits), y });
    if (next.scrollX <= column.scrollX) throw new EarlyEnd("no-progress");
    column = next;
  }
  return column;
}

async function shootAt(run: CaptureRun, taker: FrameTaker, at: { x: number; y: number }): Promise<Census> {
  const now = run.probe.census();
  run.probe.scrollTo(Math.max(at.x, now.originX), at.y);
  return taker.take(framesExpected(now, run.limits));
}

function stepOf(length: number, limits: CaptureLimits): number {
  return Math.max(length - limits.overlap, 1);
}

function isAtBottom(census: Census): boolean {
  return census.scrollY + census.clientHeight >= census.documentHeight - 1;
}

function isAtRight(census: Census): boolean {
  return census.scrollX - census.originX + census.clientWidth >= census.documentWidth - 1;
}

/** How many frames the document takes as it stands now. */
export function framesExpected(census: Census, limits: CaptureLimits): number {
  const rows = stepsOver(census.documentHeight, census.clientHeight, limits);
  const columns = stepsOver(census.documentWidth, census.clientWidth, limits);
  return rows * columns;
}

function stepsOver(whole: number, window: number, limits: CaptureLimits): number {
  if (whole <= window + 1) return 1;
  return 1 + Math.ceil((whole - window - 1) / stepOf(window, limits));
}
