/** Where the walk over a surface began and ended, and why: clause P3 of the proof. */
import { z } from "../base/schema.ts";
import { noteCodes } from "./verdict.ts";

/** Ends at which nothing is missing, and ends that were never reached; every other end is named by its note. */
export const endReasons = [
  /** The first frame stands at the very beginning. */
  "top-reached",
  /** The last frame stands at the very end, and nothing came after it while the page was watched. */
  "bottom-stable",
  /** Only the window was to be taken. */
  "window-only",
  "not-reached",
  ...noteCodes,
] as const;

export const EndReason = z.enum(endReasons);
export type EndReason = z.infer<typeof EndReason>;

export const SurfaceEnds = z.object({
  /** 0 the document, 1… an inner pane: the number its frames carry. */
  surface: z.int().check(z.nonnegative()),
  kind: z.enum(["document", "pane"]),
  first: EndReason,
  last: EndReason,
});
export type SurfaceEnds = z.infer<typeof SurfaceEnds>;
