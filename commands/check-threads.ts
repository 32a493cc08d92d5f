/** Threads of Node that read the files of one container and compare its strips. */
import { Worker } from "node:worker_threads";
import type { CheckAnswer, CheckOrder, ThreadMeans } from "../src/verify/check-threads.ts";

/** Each opens the file by itself. */
export function threadsFor(file: string, threads: number): ThreadMeans {
  return {
    threads,
    open: (_, { answered, broke }) => {
      const worker = new Worker(new URL("./check-worker.mjs", import.meta.url), { workerData: file });
      worker.on("message", (answer: CheckAnswer) => answered(answer));
      worker.on("error", broke);
      worker.on("exit", broke);
      return {
        send: (order: CheckOrder) => worker.postMessage(order),
        end: () => void worker.terminate(),
      };
    },
  };
}
