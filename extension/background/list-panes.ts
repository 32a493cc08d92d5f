/** Asks a page which inner scrollers it has, before anything of it is kept. It is only looked at. */
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { isRunning } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { sendToPage } from "../browser/send.ts";
import { inTime } from "../device/in-time.ts";
import { injectDriver } from "./inject-driver.ts";

/** Null where the browser lets no extension in, the page does not answer, or a capture is under way. */
export async function listPanes(store: EvidenceStore, tabId: number): Promise<PaneList | null> {
  // A driver at work must not be put out of its page.
  if ((await store.listCaptures()).some(isRunning)) return null;
  try {
    await injectDriver(tabId);
    return await inTime(sendToPage(tabId)("page.panes", null));
  } catch {
    return null;
  }
}
