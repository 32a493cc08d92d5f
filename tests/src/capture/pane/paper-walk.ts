/** Walks over a conversation on paper, as a capture does, and lays out what it took. */
import { captureLimits } from "../../../../src/capture/capture-limits.ts";
import { followPane, isPaneFrame } from "../../../../src/capture/pane/follow-pane.ts";
import { makeTranscript } from "../../../../src/capture/pane/transcript.ts";
import { paneSurfaces } from "../../../../src/capture/pane/walk-pane.ts";
import { documentSurface } from "../../../../src/capture/walk-document.ts";
import { runCapture } from "../../../../src/capture/run-capture.ts";
import { FixedClock } from "../../../fakes/fixed-clock.ts";
import { PaperPage } from "../../../fakes/paper-page.ts";
import { type ListHabits, type PaperRow, VirtualList } from "../../../fakes/virtual-list.ts";

export async function walkOver(rows: readonly PaperRow[], habits: Partial<ListHabits>) {
  const clock = new FixedClock();
  const page = new PaperPage(clock, { height: 800 });
  const list = new VirtualList(clock, rows, habits);
  const outcome = await runCapture({
    captureId: "00000000-0000-4000-8000-000000000000",
    nonce: "n",
    probe: page,
    shutter: page,
    clock,
    limits: captureLimits,
    reach: { kind: "whole" },
    surfaces: [documentSurface, ...paneSurfaces([list])],
    signal: new AbortController().signal,
  });
  const frames = [...page.frames.values()].filter(isPaneFrame);
  const segments = followPane(frames);
  const codes = outcome.notes.map(({ code }) => code);
  const transcript = makeTranscript(segments);
  return { list, outcome, frames, segments, codes, startedWith: rows.length, transcript };
}

export type Walked = Awaited<ReturnType<typeof walkOver>>;
