/**
 * A page nobody sees: draws the strips of a capture from its stored frames, while further frames are taken and after
 * the last. It holds nothing that is not stored; where it ends in the middle, whoever asks next goes on from there.
 */
import { answer } from "../../src/protocol/answer.ts";
import type { Handlers } from "../../src/protocol/contract.ts";
import { browser, type Runtime } from "../browser/api.ts";
import { composeAlone } from "../browser/compose-alone.ts";
import { messageSender } from "../browser/message-sender.ts";
import { sendToWorker } from "../browser/send.ts";
import { watchFrames } from "../store/frame-news.ts";
import { openStore } from "../store/open-store.ts";

/** Frames between two looks: a strip takes several, and every look reads the list of all frames. */
const framesBetweenLooks = 3;

let newFrames = 0;
let isLooking = false;

const handlers: Handlers<"composer"> = {
  "capture.compose": async ({ captureId }) => {
    await composeAlone(await openStore(), captureId, true);
    // The worker that asked may be gone; this wakes another. One that is there does nothing twice.
    void sendToWorker("capture.composed", { captureId }).catch(() => undefined);
    return null;
  },
};

browser.runtime.onMessage.addListener((message: unknown, from: Runtime.MessageSender) => {
  const sender = messageSender(from);
  return (sender && answer(handlers, message, sender)) ?? undefined;
});

watchFrames((captureId) => {
  newFrames += 1;
  if (newFrames >= framesBetweenLooks && !isLooking) void drawWhatIsDone(captureId);
});

/** What fails here is tried again in the end, and told then. */
async function drawWhatIsDone(captureId: string): Promise<void> {
  isLooking = true;
  newFrames = 0;
  try {
    await composeAlone(await openStore(), captureId, false);
  } catch {
    // The frames are stored; the strips can wait.
  } finally {
    isLooking = false;
  }
}
