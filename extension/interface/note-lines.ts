/** The notes of a verdict as lines to read: one sentence a kind, with how often and where. */
import type { CaptureNote, NoteCode } from "../../src/capture/verdict.ts";

export interface NoteLine {
  code: NoteCode;
  times: number;
  /** Facts that go with it, each once: an origin, a count. */
  details: string[];
}

/** In the order the notes were made. */
export function noteLines(notes: readonly CaptureNote[]): NoteLine[] {
  const lines = new Map<NoteCode, NoteLine>();
  for (const { code, detail } of notes) {
    const line = lines.get(code) ?? { code, times: 0, details: [] };
    line.times += 1;
    if (detail !== undefined && isForPeople(code, detail) && !line.details.includes(detail))
      line.details.push(detail);
    lines.set(code, line);
  }
  return [...lines.values()];
}

/** That an inner scroller is what the page is about is a word for the judge, not for a reader. */
function isForPeople(code: NoteCode, detail: string): boolean {
  return code !== "inner-scroller" || !/^(primary|secondary)$/.test(detail);
}
