/** One of several workers of `npm run verify`: checks the files it is sent, one after the other. */
import { parentPort } from "node:worker_threads";
import { verifyFile } from "./verify-file.ts";

parentPort?.on("message", (file: string) => {
  void verifyFile(file).then((result) => parentPort?.postMessage(result));
});
