/** Presses the extension's button in the toolbar, as a person would, and takes hold of the window it opens. */
import type { Page, Target } from "puppeteer-core";
import type { KeepleafBrowser } from "./launch-browser.ts";

const popupPath = "extension/popup/popup.html";
const longestWaitMs = 10_000;

/** The press grants the extension this one tab; the page is brought to the front first. */
export async function pressToolbar(keepleaf: KeepleafBrowser, page: Page): Promise<Page> {
  await page.bringToFront();
  await popupsClosed(keepleaf);
  const earlier = new Set(keepleaf.browser.targets());
  const isNewPopup = (target: Target) => isPopup(keepleaf, target) && !earlier.has(target);
  const opened = keepleaf.browser.waitForTarget(isNewPopup, { timeout: longestWaitMs });
  const [target] = await Promise.all([opened, keepleaf.extension.triggerAction(page)]);
  return await target.asPage();
}

/** A popup closes when another tab comes to the front; until it is gone the next press would only close it. */
async function popupsClosed(keepleaf: KeepleafBrowser): Promise<void> {
  for (const target of keepleaf.browser.targets()) {
    if (!isPopup(keepleaf, target)) continue;
    const popup = await target.asPage();
    await popup.close().catch(() => undefined);
  }
}

function isPopup(keepleaf: KeepleafBrowser, target: Target): boolean {
  return target.url().startsWith(keepleaf.addressOf(popupPath));
}
