/** Puts the sheet of a pointing into a tab, and takes it out again. */
import { markRules } from "../../src/capture/pointing/mark-rules.ts";
import type { MarkPath } from "../../src/capture/pointing/pointed.ts";
import { browser } from "./api.ts";

export function insertCover(tabId: number, path: MarkPath | null): Promise<void> {
  return browser.scripting.insertCSS(sheetIn(tabId, path));
}

/** A sheet that is not there is removed without a word; a page that is gone took it along. */
export async function removeCover(tabId: number, path: MarkPath | null): Promise<void> {
  await browser.scripting.removeCSS(sheetIn(tabId, path)).catch(() => undefined);
}

/** The main frame alone: what is pointed at stands there. */
function sheetIn(tabId: number, path: MarkPath | null) {
  return { target: { tabId }, origin: "USER" as const, css: markRules(path) };
}
