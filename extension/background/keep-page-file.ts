/** Keeps the browser's own archive of the page, where the person asked for it and everyone concerned is an adult. */
import { scrubPageFile } from "../../src/capture/views/scrub-page-file.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import { mustMask } from "../../src/evidence/case-file.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { archivePage, mayArchivePages } from "../browser/page-capture.ts";

const mostBytes = 64 * 1_024 * 1_024;

/** Pictures' bytes stand in an archive: it is never made in a masked capture, whatever was asked. Ends no capture. */
export async function keepPageFile(store: EvidenceStore, journal: CaptureJournal): Promise<void> {
  if (journal.wantsPageFile !== true || journal.isMasked || mustMask(journal.about)) return;
  try {
    if (!(await mayArchivePages())) return;
    const archive = await archivePage(journal.tabId);
    if (!archive || archive.size > mostBytes) return;
    const scrubbed = scrubPageFile(await archive.text());
    if (scrubbed === null) return;
    await store.writePageFile(journal.id, new Blob([scrubbed], { type: "multipart/related" }));
  } catch {
    // The item says by its files that there is none; the frames are the evidence.
  }
}
