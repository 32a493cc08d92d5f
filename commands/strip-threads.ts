/** Threads of Node that compare the strips of one file. */
import { Worker } from "node:worker_threads";
import type { StripAnswer, StripOrder, ThreadMeans } from "../src/verify/strip-threads.ts";

/** Each opens the file by itself: a Blob that lies on the disk cannot be handed over. */
export function threadsFor(file: string, threads: number): ThreadMeans {
  return {
    threads,
    open: (_, { answered, broke }) => {
      const worker = new Worker(new URL("./strip-worker.mjs", import.meta.url), { workerData: file });
      worker.on("message", (answer: StripAnswer) => answered(answer));
      worker.on("error", broke);
      worker.on("exit", broke);
      return {
        send: (order: StripOrder) => worker.postMessage(order),
        end: () => void worker.terminate(),
      };
    },
  };
}
