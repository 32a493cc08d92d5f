/** The thread that writes the report or the hand-over sheet. */
import type { ReportSubject } from "../../src/report/report-subject.ts";
import { reportStep, sheetStep } from "./document-steps.ts";
import type { HandOverOrder } from "./seal-case.ts";
import { answerStep } from "./step-thread.ts";
import { storeMeans } from "./store-means.ts";

export type DocumentTask = (
  | { step: "report"; given: ReportSubject }
  | { step: "sheet"; given: HandOverOrder }
) & { font: Uint8Array<ArrayBuffer> };

answerStep<DocumentTask>(async ({ font, ...task }) =>
  task.step === "report"
    ? await reportStep(font, task.given)
    : await sheetStep({ ...(await storeMeans()), font }, task.given),
);
