/** Seals a case on a thread of its own: the page stays at hand, and stopping takes everything along at once. */
import { Failure, type FailureCode } from "../../src/base/failure.ts";
import type { SealedCase, SealingOrder, SealingProgress, SealingWatch } from "./seal-case.ts";

export type PackingNews =
  | { kind: "progress"; progress: SealingProgress }
  | { kind: "sealed"; sealed: SealedCase }
  | { kind: "failed"; code: FailureCode; message: string; itemNumber: number | null };

/** @throws what `sealCase` throws, the signal's reason, or an error when the thread breaks */
export async function sealOnThread(
  order: SealingOrder,
  { signal, onProgress }: SealingWatch,
): Promise<SealedCase> {
  signal.throwIfAborted();
  const thread = new Worker(new URL("./packing-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<SealedCase>((resolve, reject) => {
      thread.onmessage = ({ data }: MessageEvent<PackingNews>) => {
        if (data.kind === "progress") onProgress(data.progress);
        else if (data.kind === "sealed") resolve(data.sealed);
        else reject(new Failure(data.code, data.message, { itemNumber: data.itemNumber }));
      };
      thread.onerror = (event) => reject(new Error(`packing broke: ${event.message}`));
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      thread.postMessage(order);
    });
  } finally {
    thread.terminate();
  }
}
