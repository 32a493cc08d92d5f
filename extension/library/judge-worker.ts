/** The thread that opens a sealed container, or judges what was read of it. */
import { judgeStep, openStep } from "./judge-steps.ts";
import type { JudgeOrder } from "./seal-case.ts";
import { answerStep, neverStopped } from "./step-thread.ts";

export type JudgeTask = { step: "open"; given: Blob } | { step: "judge"; given: JudgeOrder };

answerStep<JudgeTask>(async (task) => {
  const watch = { signal: neverStopped };
  return task.step === "open" ? await openStep(task.given, watch) : await judgeStep(task.given, watch);
});
