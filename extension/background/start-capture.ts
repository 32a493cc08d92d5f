/** Starts a capture: journal first, then the mask, then the driver, then the loop. Any refusal leaves nothing behind. */
import { codeOf, Failure } from "../../src/base/failure.ts";
import { type CaptureJournal, isRunning } from "../../src/evidence/capture-journal.ts";
import { mustMask } from "../../src/evidence/case-file.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import type { CaptureStart, Request } from "../../src/protocol/contract.ts";
import { insertMask } from "../browser/mask-sheet.ts";
import { sendToPage } from "../browser/send.ts";
import { systemClock } from "../device/system-clock.ts";
import { readCaptureCaps } from "../store/capture-caps.ts";
import { injectDriver } from "./inject-driver.ts";
import { openComposer } from "./composer-page.ts";
import { refuseCapture } from "./finish-capture.ts";
import { planCapture } from "./plan-capture.ts";
import { recoverCaptures } from "./recover-captures.ts";

export async function startCapture(
  store: EvidenceStore,
  request: Request<"capture.start">,
): Promise<CaptureStart> {
  await recoverCaptures(store);
  // One at a time: two starts at once are two presses of the same button.
  return navigator.locks.request("capture-start", async () => {
    const captures = await store.listCaptures();
    if (captures.some(isRunning)) return { kind: "refused", code: "already-capturing" };
    for (const { id } of captures) await store.closeCapture(id);
    const journal = await planCapture(store, request);
    return begin(store, journal, request);
  });
}

/** Opening a page takes the thread that the popup's shutter needs; the first strip is done some ten frames later. */
const composerLaterMs = 300;

/**
 * It draws while further frames are taken; without it, all is drawn in the end. A capture that is over by then, or is
 * just ending, has closed it or will: under its lock nothing is opened that nobody closes.
 */
async function openComposerFor(store: EvidenceStore, captureId: string): Promise<void> {
  await navigator.locks.request(`capture-${captureId}`, { ifAvailable: true }, async (lock) => {
    const journal = lock && (await store.readCapture(captureId).catch(() => null));
    if (journal && isRunning(journal)) await openComposer();
  });
}

/** How far, and which inner scrollers; what is left out is as usual. */
type Wish = Pick<Request<"capture.start">, "reach" | "panes">;

async function begin(
  store: EvidenceStore,
  planned: CaptureJournal,
  { reach, panes }: Wish,
): Promise<CaptureStart> {
  const { id, tabId, nonce, maskToken } = planned;
  try {
    await enterPage(planned);
    await store.updateCapture({ ...planned, state: "capturing", updatedAtUtc: systemClock.now().utc });
    const answer = await sendToPage(tabId)("page.begin", {
      captureId: id,
      nonce,
      maskToken,
      reach: reach ?? { kind: "whole" },
      ...(panes && { panes }),
      caps: await readCaptureCaps(),
    });
    if (answer.kind === "refused") throw new Failure(answer.code, "the page is being captured already");
    setTimeout(() => void openComposerFor(store, id), composerLaterMs);
    return { kind: "started", captureId: id };
  } catch (error) {
    const code = codeOf(error);
    await refuseCapture(store, id, code);
    return { kind: "refused", code };
  }
}

/** @throws Failure `page-refuses` where the browser lets no extension in, `mask-not-confirmed` without a token */
async function enterPage({ id, nonce, tabId, about, isMasked, maskToken }: CaptureJournal): Promise<void> {
  if ((isMasked || mustMask(about)) && maskToken === null)
    throw new Failure("mask-not-confirmed", "no mask was planned");
  try {
    await injectDriver(tabId);
    if (maskToken === null) return;
    await sendToPage(tabId)("page.survey", { captureId: id, nonce });
    await insertMask(tabId, maskToken);
  } catch (cause) {
    throw new Failure("page-refuses", "the browser lets no extension into this page", { cause });
  }
}
