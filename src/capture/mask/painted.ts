/** What the page itself says is painted at a point when every picture is hidden. */
import { z } from "../../base/schema.ts";

const channel = z.int().check(z.minimum(0), z.maximum(255));
export const Rgb = z.tuple([channel, channel, channel]);
export type Rgb = z.infer<typeof Rgb>;

export const Point = z.object({ x: z.number(), y: z.number() });
/** CSS pixels from the window's top left corner. */
export type Point = z.infer<typeof Point>;

/** So many points are asked for at once at most. */
export const mostPoints = 400;

export const Painted = z.object({
  /** Plain colours that may lie there: what boxes stand on each other, put together from the lowest up. */
  grounds: z.array(Rgb).check(z.maxLength(8)),
  /** Colours of words, borders and lines of the boxes that stand there. */
  inks: z.array(Rgb).check(z.maxLength(16)),
  /** Letters stand there, whose edges may be drawn in parts of a pixel. */
  hasText: z.boolean(),
  /** Something stands there that the browser draws in colours of its own: a control, an emoji. */
  isOwnDrawing: z.boolean(),
});
export type Painted = z.infer<typeof Painted>;
