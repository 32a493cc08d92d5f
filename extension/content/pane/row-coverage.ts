/** How much of a pane's height its rows cover. */
import type { Rectangle } from "../../../src/base/rectangle.ts";

/** `covered`: 0 to 1; what rows cover twice counts once. */
export function sharesOf(rows: readonly Element[], clip: Rectangle): { covered: number; rows: number } {
  const spans = rows
    .map((row) => row.getBoundingClientRect())
    .map(({ top, bottom }) => ({
      top: Math.max(top, clip.y),
      bottom: Math.min(bottom, clip.y + clip.height),
    }))
    .sort((one, other) => one.top - other.top);
  let covered = 0;
  let reached = clip.y;
  for (const { top, bottom } of spans) {
    covered += Math.max(0, bottom - Math.max(top, reached));
    reached = Math.max(reached, bottom);
  }
  return { covered: clip.height > 0 ? covered / clip.height : 0, rows: rows.length };
}
