/** Rows of a chat pane as a capture writes them down: names and times where the row shows them. */
import type { TranscriptFile } from "../../../../src/capture/pane/transcript-file.ts";

type Row = TranscriptFile["rows"][number];

export interface RowSketch extends Partial<Omit<Row, "time">> {
  /** What the row shows; the machine's time beside it. */
  shown?: string;
  machine?: string;
}

export function sampleTranscript(
  rows: readonly RowSketch[],
  gaps: TranscriptFile["gaps"] = [],
): TranscriptFile {
  return {
    format: "keepleaf-transcript-1",
    surface: 1,
    rows: rows.map(({ shown, machine, ...sketch }, index) => ({
      key: `${index}`.padStart(16, "0"),
      text: "",
      sender: null,
      time:
        shown === undefined && machine === undefined
          ? null
          : { shown: shown ?? "", machine: machine ?? null },
      position: null,
      box: { x: 0, y: index * 40, width: 500, height: 40 },
      isWhole: true,
      frames: [1],
      firstSeenUtc: "2026-11-21T11:14:06.000Z",
      laterTexts: [],
      ...sketch,
    })),
    gaps,
  };
}

/** As it lies with an item: the file says more than conversations need. */
export function transcriptJson(transcript: TranscriptFile): string {
  return JSON.stringify({ ...transcript, ends: { first: "reached", last: "reached" } }, null, 1);
}
