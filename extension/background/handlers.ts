/** Contract to work: each message the worker answers, and nothing else. */
import { Failure } from "../../src/base/failure.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import type { Handlers, MessageSender } from "../../src/protocol/contract.ts";
import { removeCover } from "../browser/point-sheet.ts";
import { insertDeviceFonts } from "../browser/mask-sheet.ts";
import { runningCapture, takeFrame } from "../browser/visible-tab-shutter.ts";
import { openStore } from "../store/open-store.ts";
import { finishCapture } from "./finish-capture.ts";
import { keepPageFile } from "./keep-page-file.ts";
import { listPanes } from "./list-panes.ts";
import { noteAddress } from "./note-address.ts";
import { coverPage, endPointing, keepChosen, startPointing, stopPointing } from "./point-in-page.ts";
import { recoverCaptures } from "./recover-captures.ts";
import { startCapture } from "./start-capture.ts";

export const handlers: Handlers<"worker"> & Handlers<"shutter"> = {
  "panes.list": async ({ tabId }) => listPanes(await openStore(), tabId),
  "capture.start": async (request) => {
    // No outline of ours may be in a picture of the page.
    await stopPointing();
    return startCapture(await openStore(), request);
  },
  "capture.note": async (request) => noteAddress(await openStore(), request),
  "capture.recover": async () => {
    await recoverCaptures(await openStore());
    return null;
  },
  "capture.read": async ({ reading, ...ref }, sender) => {
    const store = await openStore();
    await store.writeReading((await captureOf(store, ref, sender)).id, reading);
    return null;
  },
  "capture.views": async ({ views, ...ref }, sender) => {
    const store = await openStore();
    const journal = await captureOf(store, ref, sender);
    await store.writeViews(journal.id, views);
    if (views.stage === "end") await keepPageFile(store, journal);
    return null;
  },
  "frame.take": async (request, sender) => {
    const store = await openStore();
    await captureOf(store, request, sender);
    return takeFrame(store, request);
  },
  "mask.fonts": async (ref, sender) => {
    const { tabId, maskToken } = await captureOf(await openStore(), ref, sender);
    if (maskToken !== null) await insertDeviceFonts(tabId, maskToken);
    return null;
  },
  "frame.drop": async (ref, sender) => {
    const store = await openStore();
    const journal = await captureOf(store, ref, sender);
    await store.dropFrames(journal.id);
    return null;
  },
  "capture.composed": async ({ captureId }) => {
    const store = await openStore();
    const journal = await store.readCapture(captureId);
    if (journal?.outcome) await finishCapture(store, captureId, journal.outcome);
    return null;
  },
  "point.start": async (request, sender) => startPointing(await openStore(), request, sender),
  "point.stop": async () => {
    await stopPointing();
    return null;
  },
  "point.cover": async (request, sender) => {
    await coverPage(request, sender);
    return null;
  },
  "point.uncover": async ({ path }, { tabId }) => {
    if (tabId !== null) await removeCover(tabId, path);
    return null;
  },
  "point.chosen": async (request, sender) => {
    await keepChosen(await openStore(), request, sender);
    return null;
  },
  "point.ended": async (request, sender) => {
    await endPointing(request, sender);
    return null;
  },
  "capture.finish": async ({ outcome, ...ref }, sender) => {
    const store = await openStore();
    await finishCapture(store, (await endingCapture(store, ref, sender)).id, outcome);
    return null;
  },
};

/** Also one that is being kept already: the worker that was keeping it may have been killed, and the driver asks again. */
async function endingCapture(
  store: EvidenceStore,
  ref: { captureId: string; nonce: string },
  sender: MessageSender,
): Promise<CaptureJournal> {
  const journal = await store.readCapture(ref.captureId);
  const isKeptAgain = journal?.state === "keeping" && journal.nonce === ref.nonce;
  return isKeptAgain && journal.tabId === sender.tabId ? journal : captureOf(store, ref, sender);
}

/** The driver may speak only for the capture it was injected for, from the tab it was injected into. */
async function captureOf(
  store: EvidenceStore,
  ref: { captureId: string; nonce: string },
  sender: MessageSender,
): Promise<CaptureJournal> {
  const journal = await runningCapture(store, ref);
  if (journal.tabId !== sender.tabId)
    throw new Failure("message-refused", "another tab speaks for this capture");
  return journal;
}
