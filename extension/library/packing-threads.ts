/** What packing does beside its own thread, each on another. */
import { openDigestThread } from "./digest-thread.ts";
import { writeHandOver, writeReport } from "./document-thread.ts";
import { ReadingThreads } from "./reading-threads.ts";
import type { SealingWork } from "./seal-case.ts";

export const packingThreads: SealingWork = {
  openMeasuring: () => new ReadingThreads(),
  writeReport,
  writeHandOver,
  openDigest: openDigestThread,
};
