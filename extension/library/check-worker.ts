/** Compares strips with their frames on a thread of its own, one run after the other, all of one bundle. */
import { blobMeans } from "../../src/verify/read-stored.ts";
import { answerOrders, type CheckAnswer } from "../../src/verify/check-threads.ts";
import type { CheckWork } from "./check-workers.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<CheckWork>) => void) | null;
  postMessage(answer: CheckAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let answer: ReturnType<typeof answerOrders> | null = null;

scope.onmessage = ({ data: { zip, order } }) => {
  answer ??= answerOrders(blobMeans(zip));
  void answer(order).then((readings) => scope.postMessage(readings));
};
