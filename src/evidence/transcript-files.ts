/** The transcripts of an item: what the rows of each inner scroller say, with their places in its picture. */
import type { Frame } from "../capture/frame.ts";
import type { SurfaceEnds } from "../capture/surface-ends.ts";
import { followPane, framesByPane, type PaneFrame } from "../capture/pane/follow-pane.ts";
import { makeTranscript } from "../capture/pane/transcript.ts";
import { type DescribedFile, jsonFile } from "./view-files.ts";

/**
 * `transcript-1.json` for surface 1, and so on: one for each pane that shows rows. Boxes are device pixels in the picture
 * of the surface.
 */
export function transcriptFiles(
  frames: readonly Frame[],
  ends: readonly SurfaceEnds[],
): Promise<DescribedFile[]> {
  return Promise.all(
    framesByPane(frames).flatMap(([surface, shown]) => transcriptFile(surface, shown, ends) ?? []),
  );
}

function transcriptFile(
  surface: number,
  frames: readonly PaneFrame[],
  ends: readonly SurfaceEnds[],
): Promise<DescribedFile> | null {
  const transcript = makeTranscript(followPane(frames));
  if (transcript.rows.length === 0) return null;
  const { first = null, last = null } = ends.find((end) => end.surface === surface) ?? {};
  return jsonFile(
    { name: `transcript-${surface}.json`, kind: "transcript" },
    { format: "keepleaf-transcript-1", surface, ends: { first, last }, ...transcript },
  );
}
