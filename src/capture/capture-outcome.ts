/** How the driver's run ended, before it becomes an item. */
import { Moment } from "../base/clock.ts";
import { z } from "../base/schema.ts";
import { CrossCount } from "./proof.ts";
import { SurfaceEnds } from "./surface-ends.ts";
import { CaptureNote } from "./verdict.ts";

export const CaptureOutcome = z.object({
  startedAt: Moment,
  finishedAt: Moment,
  framesTaken: z.int(),
  /** Numbers the page gives of itself, where it gives any. */
  counts: z.optional(z.array(CrossCount).check(z.maxLength(200))),
  notes: z.array(CaptureNote).check(z.maxLength(1_000)),
  /** One for each surface that was walked over; none where no frame was taken. */
  ends: z.array(SurfaceEnds).check(z.maxLength(100)),
});
export type CaptureOutcome = z.infer<typeof CaptureOutcome>;
