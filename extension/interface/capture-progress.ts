/** How far a capture is, worked out from its journal alone. */
import { millisecondsOf } from "../../src/base/clock.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";

export type CaptureStep = "reading" | "pictures" | "checking";

export interface CaptureProgress {
  step: CaptureStep;
  framesTaken: number;
  /** A guess that may grow; never less than what is taken. */
  framesExpected: number;
  /** Null until two frames have shown how fast it goes. */
  secondsLeft: number | null;
}

type JournalFacts = Pick<
  CaptureJournal,
  "state" | "framesTaken" | "framesExpected" | "startedAt" | "updatedAtUtc"
>;

export function captureProgress(journal: JournalFacts): CaptureProgress {
  const framesExpected = Math.max(journal.framesExpected, journal.framesTaken);
  return {
    step: stepOf(journal),
    framesTaken: journal.framesTaken,
    framesExpected,
    secondsLeft: secondsLeft(journal, framesExpected),
  };
}

/** The page is read before its first frame is taken. */
function stepOf({ state, framesTaken }: JournalFacts): CaptureStep {
  if (state === "keeping" || state === "kept") return "checking";
  return framesTaken === 0 ? "reading" : "pictures";
}

/** For so long after the press frames come as fast as the page is drawn (measured: Chromium's user activation). */
const fastLaneMs = 5_000;
/** Later the browser allows two shots a second. */
const slowFrameMs = 505;

/** The pace so far holds while the fast lane lasts; what is left over then takes at least the slow lane's pace. */
function secondsLeft(
  { framesTaken, startedAt, updatedAtUtc }: JournalFacts,
  framesExpected: number,
): number | null {
  const framesLeft = framesExpected - framesTaken;
  if (framesTaken < 2 || framesLeft === 0) return null;
  const elapsedMs = millisecondsOf(updatedAtUtc) - millisecondsOf(startedAt.utc);
  const frameMs = Math.max(1, elapsedMs / framesTaken);
  const fastFrames = Math.min(framesLeft, Math.floor(Math.max(0, fastLaneMs - elapsedMs) / frameMs));
  const leftMs = fastFrames * frameMs + (framesLeft - fastFrames) * Math.max(slowFrameMs, frameMs);
  return Math.max(1, Math.ceil(leftMs / 1_000));
}

export interface FrameMark {
  place: number;
  /** Taken, being taken, or only guessed. */
  look: "done" | "now" | "guess";
}

/** Up to this many frames are drawn one by one; more than that is a bar. */
export const mostFrameMarks = 24;

export function frameMarks({ step, framesTaken, framesExpected }: CaptureProgress): FrameMark[] {
  return Array.from({ length: framesExpected }, (_, place) => {
    if (place < framesTaken) return { place, look: "done" };
    return { place, look: step === "pictures" && place === framesTaken ? "now" : "guess" };
  });
}
