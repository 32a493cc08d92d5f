/** The thread that makes all files but the report. */
import { listStep } from "./list-step.ts";
import type { SealingOrder } from "./seal-case.ts";
import { answerStep } from "./step-thread.ts";
import { storeMeans } from "./store-means.ts";

answerStep<SealingOrder>(async (order) => listStep(await storeMeans(), order));
