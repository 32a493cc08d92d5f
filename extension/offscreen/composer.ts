/**
 * A page nobody sees: draws the strips of a capture from its stored frames, while further frames are taken and after
 * the last. It holds nothing that is not stored; where it ends in the middle, whoever asks next goes on from there.
 */
import { Failure } from "../../src/base/failure.ts";
import { answer } from "../../src/protocol/answer.ts";
import type { Handlers } from "../../src/protocol/contract.ts";
import { browser, type Runtime } from "../browser/api.ts";
import { messageSender } from "../browser/message-sender.ts";
import { sendToWorker } from "../browser/send.ts";
import { DrawingReport } from "./drawing-order.ts";

/** Only a page can start a thread; the background worker cannot. */
const thread = new Worker(new URL("./drawing-worker.ts", import.meta.url), { type: "module" });
const waiting = new Map<number, (isDrawn: boolean) => void>();
let lastOrder = 0;
let isBroken = false;

thread.onmessage = ({ data }: MessageEvent<unknown>) => {
  const report = DrawingReport.safeParse(data);
  if (report.success) settle(report.data);
};
// A thread that broke, or never began, answers nobody: those who wait or ask later draw themselves.
thread.onerror = () => {
  isBroken = true;
  for (const order of waiting.keys()) settle({ order, isDrawn: false });
};

function settle({ order, isDrawn }: DrawingReport): void {
  waiting.get(order)?.(isDrawn);
  waiting.delete(order);
}

async function draw(captureId: string): Promise<boolean> {
  if (isBroken) return false;
  lastOrder += 1;
  const order = lastOrder;
  return await new Promise<boolean>((resolve) => {
    waiting.set(order, resolve);
    thread.postMessage({ order, captureId });
  });
}

const handlers: Handlers<"composer"> = {
  "capture.compose": async ({ captureId }) => {
    if (!(await draw(captureId))) throw new Failure("picture-unreadable", "the strips were not drawn");
    // The worker that asked may be gone; this wakes another. One that is there does nothing twice.
    void sendToWorker("capture.composed", { captureId }).catch(() => undefined);
    return null;
  },
};

browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender) => {
  const sender = messageSender(from);
  return (sender && answer(handlers, message, sender)) ?? undefined;
});
