/** The library's ports on the real extension. */
import { activeTab } from "../browser/active-tab.ts";
import { browser } from "../browser/api.ts";
import { askToRecover } from "../browser/ask-to-recover.ts";
import { measurePicture } from "../browser/measure-picture.ts";
import { pointingPort } from "../browser/pointing-port.ts";
import { sendToWorker } from "../browser/send.ts";
import { newId, randomHex, randomNumbers } from "../device/random.ts";
import { systemClock } from "../device/system-clock.ts";
import { type OpenedTo, windowNames } from "../interface/library-window.ts";
import { neutralPage } from "../interface/quick-exit.ts";
import { saveFile } from "../interface/save-file.ts";
import { compareLedger, writeLedger } from "../store/ledger.ts";
import { openStore } from "../store/open-store.ts";
import { readSettings, writeSettings } from "../store/settings.ts";
import type { LibraryPorts } from "./library-ports.ts";
import { sealOnThreads } from "./packing-thread.ts";

/** @throws Failure when the store cannot be opened */
export async function libraryBrowserPorts(): Promise<LibraryPorts> {
  const store = await openStore();
  void askToRecover(sendToWorker);
  const { version, version_name: versionName } = browser.runtime.getManifest();
  return {
    store,
    clock: systemClock,
    randomHex,
    randomNumbers,
    tool: { extensionVersion: version, buildId: versionName ?? version },
    sealCase: sealOnThreads,
    readSettings,
    writeSettings,
    compareLedger: () => compareLedger(store),
    writeLedger: () => writeLedger(store),
    pointing: pointingPort,
    newId,
    measurePicture,
    openedTo,
    saveFile,
    copyText: (text) => navigator.clipboard.writeText(text),
    closePage: () => void closePage(),
    leave: () => location.replace(neutralPage),
  };
}

/** The popup gives this window a name; it is taken off so that a reload opens the timeline. */
function openedTo(): OpenedTo | null {
  const { name } = window;
  window.name = "";
  return name === windowNames.pack ? "pack" : name === windowNames.intake ? "intake" : null;
}

async function closePage(): Promise<void> {
  const { tabId } = await activeTab();
  await browser.tabs.remove(tabId);
}
