/** Brings the driver into a page. One that is there already leaves for the new one. */
import { browser } from "../browser/api.ts";
import pageDriver from "../content/page-driver.ts?script&iife";

/** @throws where the browser lets no extension in */
export async function injectDriver(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [pageDriver] });
}
