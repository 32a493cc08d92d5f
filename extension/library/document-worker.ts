/** The thread that writes the report and what is made with it, or the hand-over sheet. */
import { documentsStep, sheetStep } from "./document-steps.ts";
import type { HandOverOrder, SealingOrder } from "./seal-case.ts";
import { answerStep } from "./step-thread.ts";
import { storeMeans } from "./store-means.ts";

export type DocumentTask = (
  | { step: "documents"; given: SealingOrder }
  | { step: "sheet"; given: HandOverOrder }
) & { font: Uint8Array<ArrayBuffer> };

answerStep<DocumentTask>(async (task) => {
  const means = { ...(await storeMeans()), font: task.font };
  return task.step === "documents"
    ? await documentsStep(means, task.given)
    : await sheetStep(means, task.given);
});
