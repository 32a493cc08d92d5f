/** Puts the sheets that hide pictures into a tab, and takes them out again. */
import { deviceFontRules, maskRules } from "../../src/capture/mask/mask-rules.ts";
import { browser } from "./api.ts";

export function insertMask(tabId: number, token: string): Promise<void> {
  return browser.scripting.insertCSS(sheetIn(tabId, maskRules(token)));
}

/** For a page that has fonts of its own, whose letters might be pictures. */
export function insertDeviceFonts(tabId: number, token: string): Promise<void> {
  return browser.scripting.insertCSS(sheetIn(tabId, deviceFontRules(token)));
}

/**
 * Puts the page back as it was. False when the browser does not let us in: the tab is closed or shows another site,
 * and the sheets went with their document; or our permission ended before they were out.
 */
export async function removeMask(tabId: number, token: string): Promise<boolean> {
  try {
    // A sheet that is not there is removed without a word.
    await browser.scripting.removeCSS(sheetIn(tabId, deviceFontRules(token)));
    await browser.scripting.removeCSS(sheetIn(tabId, maskRules(token)));
    return true;
  } catch {
    return false;
  }
}

function sheetIn(tabId: number, css: string) {
  return { target: { tabId, allFrames: true }, origin: "USER" as const, css };
}
