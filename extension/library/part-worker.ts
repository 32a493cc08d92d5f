/** The thread that reads one part of a container back. It has little code, because every part opens it anew. */
import { measuring } from "./measuring.ts";
import { readStep } from "./part-step.ts";
import type { ReadOrder } from "./seal-case.ts";
import { answerStep, neverStopped } from "./step-thread.ts";

answerStep<ReadOrder>((order, onProgress) =>
  readStep(measuring.openDigest, order, { signal: neverStopped, onProgress }),
);
