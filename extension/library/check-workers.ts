/** Threads of the browser for the check of a bundle: as many as there are cores, but no more than a small machine bears. */
import type { CheckAnswer, CheckOrder, ThreadMeans } from "../../src/verify/check-threads.ts";

export interface CheckWork {
  zip: Blob;
  order: CheckOrder;
}

/** Each holds a strip and two frames: about 60 MB. */
const mostThreads = 4;

export function checkWorkers(start: () => Worker): ThreadMeans {
  return {
    threads: Math.min(mostThreads, Math.max(1, navigator.hardwareConcurrency)),
    open: (zip, { answered, broke }) => {
      const worker = start();
      worker.onmessage = ({ data }: MessageEvent<CheckAnswer>) => answered(data);
      worker.onerror = broke;
      worker.onmessageerror = broke;
      return {
        send: (order) => worker.postMessage({ zip, order } satisfies CheckWork),
        end: () => worker.terminate(),
      };
    },
  };
}
