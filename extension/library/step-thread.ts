/** One step of packing on a thread of its own: what it took goes with the thread, and stopping takes it along at once. */
import { codeOf, Failure, type FailureCode } from "../../src/base/failure.ts";
import type { OnProgress, SealingProgress, SealingWatch } from "./seal-case.ts";

export type StepNews =
  | { kind: "progress"; progress: SealingProgress }
  | { kind: "done"; result: unknown }
  | { kind: "failed"; code: FailureCode; message: string; itemNumber: number | null };

export interface StepTask {
  open: () => Worker;
  task: unknown;
  /** Goes over to the thread. */
  moved?: Transferable[];
}

/** What the thread answers. @throws what its step throws, the signal's reason, or an error when the thread breaks */
export async function onThread<Result>(
  { open, task, moved }: StepTask,
  { signal, onProgress }: SealingWatch,
): Promise<Result> {
  signal.throwIfAborted();
  const thread = open();
  try {
    return await new Promise<Result>((resolve, reject) => {
      thread.onmessage = ({ data }: MessageEvent<StepNews>) => {
        if (data.kind === "progress") onProgress(data.progress);
        else if (data.kind === "done") resolve(data.result as Result);
        else reject(new Failure(data.code, data.message, { itemNumber: data.itemNumber }));
      };
      thread.onerror = (event) => reject(new Error(`packing broke: ${event.message}`));
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      thread.postMessage(task, moved ?? []);
    });
  } finally {
    thread.terminate();
  }
}

interface ThreadScope<Task> {
  onmessage: ((event: MessageEvent<Task>) => void) | null;
  postMessage(news: StepNews, moved?: Transferable[]): void;
}

/** Of a step on its thread: whoever started the thread stops it by ending it. */
export const neverStopped = new AbortController().signal;

/** On the thread itself. What it opens is ended with it, never before: one that is ended just before it may outlive both. */
export function answerStep<Task>(work: (task: Task, onProgress: OnProgress) => Promise<unknown>): void {
  const scope = globalThis as unknown as ThreadScope<Task>;
  scope.onmessage = ({ data }) => {
    work(data, (progress) => scope.postMessage({ kind: "progress", progress })).then(
      (result) => scope.postMessage({ kind: "done", result }, movedIn(result)),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : "";
        const itemNumber = error instanceof Failure ? error.itemNumber : null;
        scope.postMessage({ kind: "failed", code: codeOf(error), message, itemNumber });
      },
    );
  };
}

/** Bytes go over; all else is small, or a Blob. */
function movedIn(result: unknown): Transferable[] {
  return result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : [];
}
