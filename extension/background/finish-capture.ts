/** Ends a capture: makes the item, keeps it, reads it back, and puts the page back as it was. */
import { codeOf, Failure, type FailureCode } from "../../src/base/failure.ts";
import type { CaptureOutcome } from "../../src/capture/capture-outcome.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { keepItem } from "../../src/evidence/keep-item.ts";
import { makeItem } from "../../src/evidence/make-item.ts";
import { browser } from "../browser/api.ts";
import { removeMask } from "../browser/mask-sheet.ts";
import { newId } from "../device/random.ts";
import { systemClock } from "../device/system-clock.ts";
import { writeLedger } from "../store/ledger.ts";

/** Safe to call twice: what is kept already stays as it is. */
export async function finishCapture(
  store: EvidenceStore,
  captureId: string,
  outcome: CaptureOutcome,
): Promise<void> {
  await navigator.locks.request(`capture-${captureId}`, async () => {
    const journal = await store.readCapture(captureId);
    if (!journal || journal.itemId !== null) return;
    const ended = { ...journal, outcome: journal.outcome ?? outcome };
    try {
      await store.updateCapture({ ...ended, state: "keeping", updatedAtUtc: systemClock.now().utc });
      const itemId = await keep(store, ended, ended.outcome);
      await store.updateCapture({ ...ended, state: "kept", itemId, updatedAtUtc: systemClock.now().utc });
      await writeLedger(store);
    } catch (error) {
      await markRefused(store, captureId, codeOf(error));
    } finally {
      await uncover(journal);
    }
  });
}

async function keep(store: EvidenceStore, journal: CaptureJournal, outcome: CaptureOutcome): Promise<string> {
  const frames = await store.readFrames(journal.id);
  const reading = await store.readReading(journal.id);
  if (frames.length === 0 && !reading && !journal.tab) {
    throw new Failure("nothing-kept", "neither a picture nor an address is there");
  }
  const extensionVersion = browser.runtime.getManifest().version;
  const { userAgent } = navigator;
  const made = await makeItem({ journal, reading, frames, outcome, extensionVersion, userAgent }, newId());
  return (await keepItem({ store, clock: systemClock }, made, journal.id)).id;
}

export async function refuseCapture(
  store: EvidenceStore,
  captureId: string,
  code: FailureCode,
): Promise<void> {
  const journal = await store.readCapture(captureId);
  if (journal) await uncover(journal);
  await markRefused(store, captureId, code);
}

/** Frames stay: after a full disk or a failed write the next start tries to keep them again. */
async function markRefused(store: EvidenceStore, captureId: string, code: FailureCode): Promise<void> {
  const journal = await store.readCapture(captureId);
  if (!journal) return;
  const refused = { ...journal, state: "refused" as const, refusedBecause: code };
  await store.updateCapture({ ...refused, updatedAtUtc: systemClock.now().utc });
}

async function uncover({ tabId, maskToken }: CaptureJournal): Promise<void> {
  if (maskToken !== null) await removeMask(tabId, maskToken);
}
