/** A frame without what its rows say: that stands in the transcript, which not every recipient gets. */
import type { Frame } from "../frame.ts";

/** Keys and boxes stay, so that everything lies where it did. */
export function wordlessFrame(frame: Frame): Frame {
  if (frame.pane === null) return frame;
  const rows = frame.pane.rows.map((row) => ({ ...row, text: "", sender: null, time: null }));
  return { ...frame, pane: { ...frame.pane, rows } };
}
