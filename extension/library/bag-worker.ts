/** The thread of a step that reads gigabytes: it reads the store by itself and, where it can, has others measure beside it. */
import { type BagMeans, bagStep, judgeStep, lockStep, readStep } from "./bag-steps.ts";
import { measuringAlone, measuringThreads } from "./measuring.ts";
import type { BagOrder, JudgeOrder, LockOrder, OnProgress, ReadOrder } from "./seal-case.ts";
import { answerStep } from "./step-thread.ts";
import { storeMeans } from "./store-means.ts";

export type BagTask =
  | { step: "bag"; given: BagOrder }
  | { step: "read"; given: ReadOrder }
  | { step: "judge"; given: JudgeOrder }
  | { step: "lock"; given: LockOrder };

/** Firefox does not come back from opening a thread on a thread when it is busy. */
const measuring = import.meta.env.MODE === "firefox" ? measuringAlone : measuringThreads;

answerStep<BagTask>(done);

async function done(task: BagTask, onProgress: OnProgress): Promise<unknown> {
  // Whoever started this thread stops it by ending it.
  const watch = { signal: new AbortController().signal, onProgress };
  if (task.step === "lock") return await lockStep(measuring, task.given);
  if (task.step === "read") return await readStep(measuring, task.given, watch);
  if (task.step === "judge") return await judgeStep(task.given, watch);
  const means: BagMeans = { ...(await storeMeans()), ...measuring };
  return await bagStep(means, task.given, watch);
}
