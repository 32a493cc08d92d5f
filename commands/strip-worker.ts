/** One of several threads of a check: compares strips of the file it was started with, one run after the other. */
import { openAsBlob } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { answerStrips, type StripOrder } from "../src/verify/strip-threads.ts";
import { inflateAtOnce } from "./inflate-at-once.ts";

const answering = openAsBlob(String(workerData)).then((zip) => answerStrips(zip, inflateAtOnce));

parentPort?.on("message", (order: StripOrder) => {
  void answering.then(async (answer) => parentPort?.postMessage(await answer(order)));
});
