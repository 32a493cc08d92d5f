/** The ways out of the popup on the real extension. */
import { browser } from "../browser/api.ts";
import { libraryPath, type OpenedTo, windowNames } from "../interface/library-window.ts";
import { neutralPage } from "../interface/quick-exit.ts";
import { writeSettings } from "../store/settings.ts";
import type { PopupExits } from "./popup-ports.ts";

export const browserExits: PopupExits = {
  openTimeline: () => void openLibrary(null),
  openItem: (itemId) => void openLibrary(itemId),
  openPack: () => openAt("pack"),
  openIntake: () => openAt("intake"),
  showTab: (tabId) => void showTab(tabId),
  close: () => close(),
  leave: () => void browser.tabs.update({ url: neutralPage }).finally(() => close()),
};

function openAt(screen: OpenedTo): void {
  open(browser.runtime.getURL(libraryPath), windowNames[screen]);
  close();
}

async function showTab(tabId: number): Promise<void> {
  const { windowId } = await browser.tabs.update(tabId, { active: true });
  if (windowId !== undefined) await browser.windows.update(windowId, { focused: true });
  close();
}

async function openLibrary(openItemId: string | null): Promise<void> {
  await writeSettings({ openItemId });
  await browser.tabs.create({ url: browser.runtime.getURL(libraryPath) });
  close();
}
