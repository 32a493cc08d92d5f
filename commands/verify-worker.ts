/** One of several workers of `npm run verify`: checks the files it is sent, one after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { verifyFile } from "./verify-file.ts";

parentPort?.on("message", (file: string) => {
  void verifyFile(file, Number(workerData)).then((result) => parentPort?.postMessage(result));
});
