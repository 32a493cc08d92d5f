/** The thread that puts the bag together: it reads the store by itself and, where it can, has others measure beside it. */
import { bagStep } from "./bag-step.ts";
import { measuring } from "./measuring.ts";
import type { BagOrder } from "./seal-case.ts";
import { answerStep, neverStopped } from "./step-thread.ts";
import { storeMeans } from "./store-means.ts";

answerStep<BagOrder>(async (order, onProgress) =>
  bagStep({ ...(await storeMeans()), ...measuring }, order, { signal: neverStopped, onProgress }),
);
