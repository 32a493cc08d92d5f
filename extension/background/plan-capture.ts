/** Opens the journal of a new capture. */
import { Failure } from "../../src/base/failure.ts";
import { withoutMedia } from "../../src/capture/inline-media.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import { readMaskReason } from "../../src/evidence/capture-mode.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import type { Request } from "../../src/protocol/contract.ts";
import { browser } from "../browser/api.ts";
import { newId, randomHex } from "../device/random.ts";
import { systemClock } from "../device/system-clock.ts";

/** @throws Failure `page-gone` when the tab is closed, `capture-unknown` when there is no such case */
export async function planCapture(
  store: EvidenceStore,
  { tabId, caseId, wantsPageFile = false, alsoMask = false }: Request<"capture.start">,
): Promise<CaptureJournal> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.windowId === undefined) throw new Failure("page-gone", `tab ${tabId} is closed`);
  const caseFile = (await store.listCases()).find(({ id }) => id === caseId);
  if (!caseFile) throw new Failure("capture-unknown", `no case ${caseId}`);
  const startedAt = systemClock.now();
  const isMasked = alsoMask || (await readMaskReason(store, caseFile)) !== null;
  const journal: CaptureJournal = {
    id: newId(),
    state: "planned",
    caseId,
    about: caseFile.about,
    isMasked,
    maskToken: isMasked ? `--k${randomHex(12)}` : null,
    tabId,
    windowId: tab.windowId,
    tab: tab.url ? { url: capped(tab.url), title: capped(tab.title ?? "") } : null,
    nonce: randomHex(16),
    startedAt,
    updatedAtUtc: startedAt.utc,
    framesTaken: 0,
    framesExpected: 1,
    outcome: null,
    itemId: null,
    refusedBecause: null,
    wantsPageFile: wantsPageFile && !isMasked,
  };
  await store.openCapture(journal);
  return journal;
}

/** A title is the page's own words. */
function capped(text: string): string {
  return withoutMedia(text).slice(0, 8_192).toWellFormed();
}
