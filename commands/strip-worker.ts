/** One of several threads of a check: compares strips of the file it was started with, one run after the other. */
import { openAsBlob } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { answerStrips, type StripOrder } from "../src/verify/strip-threads.ts";

const answering = openAsBlob(String(workerData)).then((zip) => answerStrips(zip));

parentPort?.on("message", (order: StripOrder) => {
  void answering.then(async (answer) => parentPort?.postMessage(await answer(order)));
});
