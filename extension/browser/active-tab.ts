/** The tab in front of the person. Its address is readable because the toolbar click granted this tab. */
import { Failure } from "../../src/base/failure.ts";
import { browser } from "./api.ts";

export interface TabInFront {
  tabId: number;
  windowId: number;
  /** Null where the browser does not tell, e.g. on its own pages. */
  url: string | null;
  title: string | null;
}

/** @throws Failure `browser-refused` when no ordinary tab is in front */
export async function activeTab(): Promise<TabInFront> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined || tab.windowId === undefined)
    throw new Failure("browser-refused", "no tab in front");
  return { tabId: tab.id, windowId: tab.windowId, url: tab.url ?? null, title: tab.title ?? null };
}
