/** Threads of Node that read the files of one container and compare its strips. */
import { Worker } from "node:worker_threads";
import type {
  CheckAnswer,
  CheckOrder,
  CheckThread,
  ThreadMeans,
  ThreadNews,
} from "../src/verify/check-threads.ts";
import { threadCode } from "./thread-code.ts";

/** Each opens the file by itself. Their code is made while the container is looked at. */
export function threadsFor(file: string, threads: number): ThreadMeans {
  threadCode().catch(() => undefined);
  return { threads, open: (_, news) => openThread(file, news) };
}

function openThread(file: string, { answered, broke }: ThreadNews): CheckThread {
  let isOver = false;
  const starting = threadCode().then((code) => {
    if (isOver) return null;
    const worker = new Worker(code, { eval: true, workerData: file });
    worker.on("message", (answer: CheckAnswer) => answered(answer));
    worker.on("error", broke);
    worker.on("exit", broke);
    return worker;
  });
  starting.catch(broke);
  return {
    send: (order: CheckOrder) => void starting.then((worker) => worker?.postMessage(order), broke),
    end: () => {
      isOver = true;
      void starting.then(
        (worker) => worker?.terminate(),
        () => undefined,
      );
    },
  };
}
