/** One of several workers of `npm run verify`: checks the files it is sent, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import type { Unlocking } from "./unlock-file.ts";
import { verifyFile } from "./verify-file.ts";

/** The same for every file of a run. */
export interface WorkerTask {
  threads: number;
  unlocking: Unlocking | null;
}

parentPort?.on("message", (file: string) => {
  void verifyFile(file, workerData as WorkerTask).then((result) => parentPort?.postMessage(result));
});
