/** Asks a page which inner scrollers it has, before anything of it is kept. It is only looked at. */
import type { PaneList } from "../../src/capture/pane/scroller.ts";
import { isRunning } from "../../src/evidence/capture-journal.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { sendToPage } from "../browser/send.ts";
import { inTime } from "../device/in-time.ts";
import { injectDriver } from "./inject-driver.ts";

/** Null where the browser lets no extension in, the page does not answer, or a capture is under way. */
export async function listPanes(store: EvidenceStore, tabId: number): Promise<PaneList | null> {
  try {
    const isThere = await navigator.locks.request("capture-start", () => bringDriver(store, tabId));
    return isThere ? await inTime(sendToPage(tabId)("page.panes", null)) : null;
  } catch {
    return null;
  }
}

/** A driver at work must not be put out of its page: no capture can start between the look and the injection. */
async function bringDriver(store: EvidenceStore, tabId: number): Promise<boolean> {
  if ((await store.listCaptures()).some(isRunning)) return false;
  await injectDriver(tabId);
  return true;
}
