/** By how many rows each frame of a pane hangs together with the one it was placed by. */
import type { Frame } from "../frame.ts";
import type { AnchorRows } from "../proof.ts";
import { type FollowedFrame, followPane, framesByPane } from "./follow-pane.ts";

/** In the order of the frames of each pane; the first frame of each part that hangs together has none. */
export function paneAnchors(frames: readonly Frame[]): AnchorRows[] {
  return framesByPane(frames).flatMap(([surface, shown]) =>
    followPane(shown)
      .flatMap((segment) => segment.frames)
      .flatMap((followed) => anchorsOf(surface, followed))
      .sort((one, other) => one.second - other.second),
  );
}

function anchorsOf(surface: number, { frame, reference, alignment }: FollowedFrame): AnchorRows[] {
  if (reference === null || alignment === null || alignment.kind === "lost") return [];
  return [{ surface, first: reference, second: frame.sequence, rows: alignment.anchors, by: alignment.kind }];
}
