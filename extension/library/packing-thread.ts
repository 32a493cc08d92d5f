/** Seals a case, each step on a thread of its own, so that the page stays at hand and memory is free from step to step. */
import {
  sealCase,
  type SealedCase,
  type SealingOrder,
  type SealingSteps,
  type SealingWatch,
} from "./seal-case.ts";
import type { DocumentTask } from "./document-worker.ts";
import type { JudgeTask } from "./judge-worker.ts";
import { onThread } from "./step-thread.ts";

/** @throws what `sealCase` throws, the signal's reason, or an error when a thread breaks */
export function sealOnThreads(order: SealingOrder, watch: SealingWatch): Promise<SealedCase> {
  return sealCase(stepsOnThreads, order, watch);
}

const stepsOnThreads: SealingSteps = {
  lists: (task, watch) => onThread({ open: listThread, task }, watch),
  report: (given, watch) => withFont({ step: "report", given }, watch),
  bag: (task, watch) => onThread({ open: bagThread, task }, watch),
  open: (given, watch) =>
    onThread({ open: judgeThread, task: { step: "open", given } satisfies JudgeTask }, watch),
  read: (task, watch) => onThread({ open: partThread, task }, watch),
  judge: (given, watch) =>
    onThread({ open: judgeThread, task: { step: "judge", given } satisfies JudgeTask }, watch),
  sheet: (given, watch) => withFont({ step: "sheet", given }, watch),
  lock: (task, watch) => onThread({ open: lockThread, task }, watch),
};

/** The font is unpacked elsewhere: as text of a module it takes several times its size. */
async function withFont<Result>(task: Omit<DocumentTask, "font">, watch: SealingWatch): Promise<Result> {
  const font = await onThread<Uint8Array<ArrayBuffer>>({ open: fontThread, task: null }, watch);
  return await onThread<Result>(
    { open: documentThread, task: { ...task, font }, moved: [font.buffer] },
    watch,
  );
}

// Each has the code of its step alone: all of it together takes 17 MB on every thread (measured, Chromium 156).
const listThread = () => new Worker(new URL("./list-worker.ts", import.meta.url), { type: "module" });
const bagThread = () => new Worker(new URL("./bag-worker.ts", import.meta.url), { type: "module" });
const partThread = () => new Worker(new URL("./part-worker.ts", import.meta.url), { type: "module" });
const judgeThread = () => new Worker(new URL("./judge-worker.ts", import.meta.url), { type: "module" });
const lockThread = () => new Worker(new URL("./lock-worker.ts", import.meta.url), { type: "module" });
const fontThread = () => new Worker(new URL("./font-worker.ts", import.meta.url), { type: "module" });
const documentThread = () => new Worker(new URL("./document-worker.ts", import.meta.url), { type: "module" });
