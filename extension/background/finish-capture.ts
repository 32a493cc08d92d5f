/** Ends a capture: makes the item, keeps it, reads it back, and puts the page back as it was. */
import { codeOf, Failure, type FailureCode } from "../../src/base/failure.ts";
import type { CaptureOutcome } from "../../src/capture/capture-outcome.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { keepItem, readBack } from "../../src/evidence/keep-item.ts";
import { makeItem } from "../../src/evidence/make-item.ts";
import { browser } from "../browser/api.ts";
import { removeMask } from "../browser/mask-sheet.ts";
import { closeComposer, drawStrips } from "./composer-page.ts";
import { newId } from "../device/random.ts";
import { systemClock } from "../device/system-clock.ts";
import { writeLedger } from "../store/ledger.ts";

/** Safe to call again at any point: what is kept stays as it is, and is read back if it was not yet. */
export async function finishCapture(
  store: EvidenceStore,
  captureId: string,
  outcome: CaptureOutcome,
): Promise<void> {
  await navigator.locks.request(`capture-${captureId}`, async () => {
    const journal = await store.readCapture(captureId);
    if (!journal) return;
    try {
      if (journal.itemId === null) await keep(store, { ...journal, outcome: journal.outcome ?? outcome });
      else await readBackKept(store, journal.itemId);
    } catch (error) {
      await markRefused(store, captureId, codeOf(error));
    } finally {
      await uncover(store, journal);
      await closeComposer();
    }
    // The ledger only compares: failing to write it changes nothing about what is kept.
    await writeLedger(store).catch(() => undefined);
  });
}

async function readBackKept(store: EvidenceStore, itemId: string): Promise<void> {
  const stored = await store.readItem(itemId);
  if (stored && stored.readBackAt === null) await readBack({ store, clock: systemClock }, stored.item);
}

type EndedCapture = CaptureJournal & { outcome: CaptureOutcome };

async function keep(store: EvidenceStore, journal: EndedCapture): Promise<void> {
  await store.updateCapture({ ...journal, state: "keeping", updatedAtUtc: systemClock.now().utc });
  // The page is let go first: drawing needs nothing of it any more.
  await uncover(store, journal);
  const frames = await store.readFrames(journal.id);
  const reading = await store.readReading(journal.id);
  const views = await store.readViews(journal.id);
  const pageFile = await store.readPageFile(journal.id);
  if (frames.length === 0 && !reading && !journal.tab) {
    throw new Failure("nothing-kept", "neither a picture nor an address is there");
  }
  const extensionVersion = browser.runtime.getManifest().version;
  const { userAgent } = navigator;
  const { outcome } = journal;
  // A picture that cannot be drawn is noted in the item; its frames are kept all the same.
  if (frames.length > 0) await drawStrips(store, journal.id).catch(() => undefined);
  const tiles = await store.readTiles(journal.id);
  const made = await makeItem(
    { journal, reading, views, pageFile, frames, tiles, outcome, extensionVersion, userAgent },
    newId(),
  );
  await keepItem({ store, clock: systemClock }, made, journal.id);
}

export async function refuseCapture(
  store: EvidenceStore,
  captureId: string,
  code: FailureCode,
): Promise<void> {
  const journal = await store.readCapture(captureId);
  if (journal) await uncover(store, journal);
  await markRefused(store, captureId, code);
}

/** Frames stay: after a full disk or a failed write the next start tries to keep them again. */
async function markRefused(store: EvidenceStore, captureId: string, code: FailureCode): Promise<void> {
  const journal = await store.readCapture(captureId);
  if (!journal) return;
  const refused = { ...journal, state: "refused" as const, refusedBecause: code };
  await store.updateCapture({ ...refused, updatedAtUtc: systemClock.now().utc });
}

/** Puts the page back as it was, and notes where that was not possible. Safe to call again. */
export async function uncover(
  store: EvidenceStore,
  { id, tabId, maskToken }: Pick<CaptureJournal, "id" | "tabId" | "maskToken">,
): Promise<void> {
  if (maskToken === null) return;
  const mayBeCovered = !(await removeMask(tabId, maskToken));
  const journal = await store.readCapture(id);
  if (!journal || (journal.mayBeCovered ?? false) === mayBeCovered) return;
  await store.updateCapture({ ...journal, mayBeCovered });
}
