/** Compares strips with their frames on a thread of its own, one run after the other, all of one bundle. */
import { answerStrips, type StripAnswer } from "../../src/verify/strip-threads.ts";
import type { StripWork } from "./strip-workers.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<StripWork>) => void) | null;
  postMessage(answer: StripAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
let answer: ReturnType<typeof answerStrips> | null = null;

scope.onmessage = ({ data: { zip, order } }) => {
  answer ??= answerStrips(zip);
  void answer(order).then((readings) => scope.postMessage(readings));
};
