/** What an inner scroller showed while a frame was taken: its window in the frame and the rows in view. */
import { Rectangle } from "../../base/rectangle.ts";
import { z } from "../../base/schema.ts";

/** More rows than any window can show. */
export const mostRowsInView = 400;

/** CSS pixels from the top left corner of the window, scroll lengths in the scroller's own CSS pixels. */
export const PaneView = z.object({
  /** The part of the window in which the scroller's content shows. */
  clip: Rectangle,
  scrollX: z.number(),
  scrollY: z.number(),
  scrollWidth: z.number(),
  scrollHeight: z.number(),
  /** Rows in view, in the order in which they are drawn; the key says which row, not which node. */
  rows: z
    .array(z.object({ key: z.string().check(z.maxLength(64)), box: Rectangle }))
    .check(z.maxLength(mostRowsInView)),
});
export type PaneView = z.infer<typeof PaneView>;
