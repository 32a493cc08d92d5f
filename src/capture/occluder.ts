/** What stands in front of the page while it is scrolled: elements fixed or stuck to the window. */
import { Rectangle } from "../base/rectangle.ts";
import { z } from "../base/schema.ts";

/** A page may have thousands; a frame needs those in view. */
export const mostOccluders = 64;

export const Occluder = z.object({
  /** CSS pixels from the top left corner of the window, cut at its edges; shadows and outlines included. */
  box: Rectangle,
  /** `fixed` stands still at every offset; `sticky` is stuck here now and part of the page elsewhere. */
  kind: z.enum(["fixed", "sticky"]),
  /** The same element has the same key in every frame of a capture. */
  key: z.string().check(z.maxLength(32)),
});
export type Occluder = z.infer<typeof Occluder>;
