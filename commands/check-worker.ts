/** One of several threads of a check: reads and compares what it is asked for, out of the file it was started with. */
import { parentPort, workerData } from "node:worker_threads";
import { answerOrders, type CheckOrder } from "../src/verify/check-threads.ts";
import { fileMeans } from "./file-means.ts";

/** It ends with the thread, and the file with it. */
const answer = answerOrders(Promise.resolve(fileMeans(String(workerData))));

parentPort?.on("message", (order: CheckOrder) => {
  void answer(order).then((readings) => parentPort?.postMessage(readings));
});
