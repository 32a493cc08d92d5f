/** Threads of the browser for the check of a bundle: as many as there are cores, but no more than a small machine bears. */
import type { StripAnswer, StripOrder, ThreadMeans } from "../../src/verify/strip-threads.ts";

export interface StripWork {
  zip: Blob;
  order: StripOrder;
}

/** Each holds a strip and two frames: about 60 MB. */
const mostThreads = 4;

export function stripWorkers(start: () => Worker): ThreadMeans {
  return {
    threads: Math.min(mostThreads, Math.max(1, navigator.hardwareConcurrency)),
    open: (zip, { answered, broke }) => {
      const worker = start();
      worker.onmessage = ({ data }: MessageEvent<StripAnswer>) => answered(data);
      worker.onerror = broke;
      worker.onmessageerror = broke;
      return {
        send: (order) => worker.postMessage({ zip, order } satisfies StripWork),
        end: () => worker.terminate(),
      };
    },
  };
}
