/** Finds captures that nobody is driving any more and keeps what is there, with the reason. Nothing is lost silently. */
import { millisecondsOf } from "../../src/base/clock.ts";
import type { NoteCode } from "../../src/capture/verdict.ts";
import { type CaptureJournal, isRunning } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { sendToPage } from "../browser/send.ts";
import { inTime } from "../device/in-time.ts";
import { systemClock } from "../device/system-clock.ts";
import { finishCapture, uncover } from "./finish-capture.ts";

/** Without a sign of life for so long, and no driver answering, a capture counts as interrupted. */
const interruptedAfterMs = 10_000;

export async function recoverCaptures(store: EvidenceStore): Promise<void> {
  for (const journal of await store.listCaptures()) {
    if (await needsRecovery(store, journal)) await endWithoutDriver(store, journal, "interrupted");
    // The person may have pressed the leaf on that page again: now the browser may let us in.
    else if (journal.mayBeCovered) await uncover(store, journal);
  }
}

export async function endWithoutDriver(
  store: EvidenceStore,
  { id, startedAt, framesTaken }: CaptureJournal,
  code: NoteCode,
): Promise<void> {
  const finishedAt = systemClock.now();
  await finishCapture(store, id, { startedAt, finishedAt, framesTaken, notes: [{ code }], ends: [] });
}

async function needsRecovery(store: EvidenceStore, journal: CaptureJournal): Promise<boolean> {
  if (couldNotBeStored(journal)) return (await store.readFrames(journal.id)).length > 0;
  const silentMs = millisecondsOf(systemClock.now().utc) - millisecondsOf(journal.updatedAtUtc);
  if (silentMs <= interruptedAfterMs) return false;
  if (isRunning(journal)) return !(await isDriven(journal));
  return isUnread(store, journal);
}

/** Kept, but the worker was gone before everything was read back. */
async function isUnread(store: EvidenceStore, { state, itemId }: CaptureJournal): Promise<boolean> {
  if (state !== "kept" || itemId === null) return false;
  return (await store.readItem(itemId))?.readBackAt === null;
}

function couldNotBeStored({ state, refusedBecause }: CaptureJournal): boolean {
  return state === "refused" && (refusedBecause === "storage-full" || refusedBecause === "storage-failed");
}

/** Whether the driver of this very capture still answers in its tab; one in a frozen page does not. */
export async function isDriven({ id, tabId, nonce }: CaptureJournal): Promise<boolean> {
  try {
    return (await inTime(sendToPage(tabId)("page.census", { captureId: id, nonce }))) !== null;
  } catch {
    return false;
  }
}
