/** The journal of a capture under way: enough to go on, to stop, or to keep what is there after a crash. */
import { Moment } from "../base/clock.ts";
import { failureCodes } from "../base/failure.ts";
import { z } from "../base/schema.ts";
import { CaptureOutcome } from "../capture/capture-outcome.ts";
import { AboutAge } from "./case-file.ts";

/** planned → capturing → keeping → kept, or refused at any step. */
export const captureStates = ["planned", "capturing", "keeping", "kept", "refused"] as const;

export const CaptureJournal = z.object({
  id: z.uuid(),
  state: z.enum(captureStates),
  caseId: z.uuid(),
  about: AboutAge,
  isMasked: z.boolean(),
  /** What the mask sheet carries so that the driver knows it is ours; null when not masked. */
  maskToken: z.nullable(z.string()),
  tabId: z.int(),
  windowId: z.int(),
  /** What the browser itself says of the tab; null where it does not tell. */
  tab: z.nullable(
    z.object({ url: z.string().check(z.maxLength(8_192)), title: z.string().check(z.maxLength(8_192)) }),
  ),
  /** One-time secret between the worker and the driver it injected. */
  nonce: z.string().check(z.minLength(32), z.maxLength(64)),
  startedAt: Moment,
  /** Last sign of life, by the clock of whoever wrote it. */
  updatedAtUtc: z.string(),
  framesTaken: z.int(),
  /** A guess that may grow. */
  framesExpected: z.int(),
  /** How the driver ended; kept so that keeping can be done again after a crash. */
  outcome: z.nullable(CaptureOutcome),
  /** The sheets could not be taken out of the page at the end: tried again as soon as the browser lets us in. */
  mayBeCovered: z.optional(z.boolean()),
  itemId: z.nullable(z.uuid()),
  /** Why it was refused. */
  refusedBecause: z.nullable(z.enum(failureCodes)),
  /** Whether the browser's own archive of the page was asked for; never true where pictures are masked. */
  wantsPageFile: z.optional(z.boolean()),
});
export type CaptureJournal = z.infer<typeof CaptureJournal>;

/** Still under way: neither kept nor refused. */
export function isRunning({ state }: Pick<CaptureJournal, "state">): boolean {
  return state === "planned" || state === "capturing" || state === "keeping";
}
