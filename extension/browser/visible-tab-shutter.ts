/**
 * One frame: shoot, look at the page again, and store only if it is the same page and the mask still holds.
 * The same code runs in the popup (fast lane) and in the worker; it keeps nothing between two frames.
 */
import { sha256Hex } from "../../src/base/digest.ts";
import { Failure } from "../../src/base/failure.ts";
import type { Census, Frame } from "../../src/capture/frame.ts";
import { isSameView } from "../../src/capture/frame.ts";
import { pngSize } from "../../src/capture/png-size.ts";
import type { FrameAnswer, FrameRequest } from "../../src/capture/shutter.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { browser } from "./api.ts";
import { askWhileShooting, checkShot } from "./check-masked-shot.ts";
import { decodePngUrl } from "./decode-png-url.ts";
import { sendToPage } from "./send.ts";
import { inTime } from "../device/in-time.ts";
import { systemClock } from "../device/system-clock.ts";

/** A scrollbar or rounding may differ by so much; more means that another window or an emulated one was shot. */
const sizeTolerance = 2;

export async function takeFrame(store: EvidenceStore, request: FrameRequest): Promise<FrameAnswer> {
  const journal = await runningCapture(store, request);
  const shooting = shootInFront(journal.tabId);
  // Asked while the shot is waited for: the check must not make masked captures slow.
  const asked = journal.isMasked ? askWhileShooting(journal.tabId, request) : null;
  const shot = await shooting;
  if (!("bytes" in shot)) return shot;
  const after = await inTime(sendToPage(journal.tabId)("page.census", request));
  if (!after) return { kind: "failed", code: "browser-refused" };
  const refusal = judgeShot(journal, request, after);
  if (refusal) return refusal;
  const found = asked ? await checkShot({ ...asked, bytes: shot.bytes, after }) : "nothing";
  if (found !== "nothing") return { kind: found === "picture" ? "mask-off" : "moved-on" };
  const isStable = isSameView(request.census, after);
  if (asked && isStable) letPageMove(journal.tabId, request);
  return keepFrame({ store, journal, request, bytes: shot.bytes, isStable });
}

/** @throws Failure `capture-unknown` when nothing is running under this number and secret */
export async function runningCapture(
  store: EvidenceStore,
  { captureId, nonce }: { captureId: string; nonce: string },
): Promise<CaptureJournal> {
  const journal = await store.readCapture(captureId);
  if (!journal || journal.nonce !== nonce || journal.state !== "capturing") {
    throw new Failure("capture-unknown", "no such capture is running");
  }
  return journal;
}

/** Another tab that comes to the front and goes again meanwhile could be in the shot. */
async function shootInFront(tabId: number): Promise<{ bytes: Uint8Array<ArrayBuffer> } | FrameAnswer> {
  let isUndisturbed = true;
  const onActivated = () => {
    isUndisturbed = false;
  };
  browser.tabs.onActivated.addListener(onActivated);
  try {
    if (!(await isInFront(tabId))) return { kind: "tab-away" };
    const shot = await shoot(tabId);
    if (!("bytes" in shot)) return shot;
    return isUndisturbed && (await isInFront(tabId)) ? shot : { kind: "tab-away" };
  } finally {
    browser.tabs.onActivated.removeListener(onActivated);
  }
}

/** Nothing more is asked of the page for this frame. A page that is gone needs no word. */
function letPageMove(tabId: number, { captureId, nonce, sequence }: FrameRequest): void {
  void sendToPage(tabId)("page.checked", { captureId, nonce, sequence }).catch(() => undefined);
}

async function isInFront(tabId: number): Promise<boolean> {
  return (await browser.tabs.get(tabId)).active;
}

async function shoot(tabId: number): Promise<{ bytes: Uint8Array<ArrayBuffer> } | FrameAnswer> {
  const { windowId } = await browser.tabs.get(tabId);
  try {
    const url = await inTime(browser.tabs.captureVisibleTab(windowId, { format: "png" }));
    return url ? { bytes: decodePngUrl(url) } : { kind: "failed", code: "browser-refused" };
  } catch (error) {
    const isTooSoon =
      error instanceof Error && /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/.test(error.message);
    return isTooSoon ? { kind: "too-soon" } : { kind: "failed", code: "browser-refused" };
  }
}

/** A frame during which the mask was off is never stored, whatever else is accepted. */
function judgeShot(journal: CaptureJournal, request: FrameRequest, after: Census): FrameAnswer | null {
  if (journal.isMasked && !(request.census.isMasked && after.isMasked)) return { kind: "mask-off" };
  if (!isSameView(request.census, after) && !request.acceptsUnstable) return { kind: "changed" };
  return null;
}

interface ShotToKeep {
  store: EvidenceStore;
  journal: CaptureJournal;
  request: FrameRequest;
  bytes: Uint8Array<ArrayBuffer>;
  isStable: boolean;
}

async function keepFrame({ store, journal, request, bytes, isStable }: ShotToKeep): Promise<FrameAnswer> {
  const size = pngSize(bytes);
  if (!size || !fitsWindow(size, request.census)) return { kind: "failed", code: "window-mismatch" };
  const takenAtUtc = systemClock.now().utc;
  const frame: Frame = {
    sequence: request.sequence,
    surface: request.surface,
    sha256: await sha256Hex(bytes),
    sizeBytes: bytes.length,
    ...size,
    census: request.census,
    pane: request.pane,
    retakes: request.retakes,
    isUnstable: !isStable,
    takenAtUtc,
  };
  const framesTaken = Math.max(journal.framesTaken, request.sequence + 1);
  const next = { ...journal, framesTaken, framesExpected: request.framesExpected, updatedAtUtc: takenAtUtc };
  try {
    await store.writeFrame(
      { captureId: journal.id, frame, png: new Blob([bytes], { type: "image/png" }) },
      next,
    );
  } catch {
    return { kind: "failed", code: "storage-failed" };
  }
  return { kind: "stored", frame };
}

function fitsWindow(size: { width: number; height: number }, census: Census): boolean {
  const wide = Math.abs(size.width - census.innerWidth * census.devicePixelRatio);
  const high = Math.abs(size.height - census.innerHeight * census.devicePixelRatio);
  return wide <= sizeTolerance && high <= sizeTolerance;
}
