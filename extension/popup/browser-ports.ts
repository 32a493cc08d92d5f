/** The popup's ports on the real extension. */
import { activeTab } from "../browser/active-tab.ts";
import { askToArchivePages, canArchivePages } from "../browser/page-capture.ts";
import { pointingPort } from "../browser/pointing-port.ts";
import { serveShutter } from "../browser/popup-shutter.ts";
import { newId } from "../device/random.ts";
import { sendToPage, sendToWorker } from "../browser/send.ts";
import { systemClock } from "../device/system-clock.ts";
import { writeLedger } from "../store/ledger.ts";
import { openStore } from "../store/open-store.ts";
import { readSettings, writeSettings } from "../store/settings.ts";
import { abortableWait } from "./abortable-wait.ts";
import type { PopupPorts } from "./popup-ports.ts";

/** @throws Failure when the store cannot be opened or no ordinary tab is in front */
export async function browserPorts(): Promise<PopupPorts> {
  const [store, tab] = await Promise.all([openStore(), activeTab()]);
  return {
    store,
    tab,
    clock: systemClock,
    newId,
    sendToWorker,
    sendToPage,
    serveShutter,
    wait: abortableWait,
    askForPageFile: canArchivePages ? askToArchivePages : null,
    pointing: pointingPort,
    writeLedger: () => writeLedger(store),
    readCurrentCaseId: async () => (await readSettings()).currentCaseId,
    knowsChats: async () => (await readSettings()).knowsChats === true,
    rememberChatsKnown: () => writeSettings({ knowsChats: true }),
    rememberCase: (currentCaseId) => writeSettings({ currentCaseId }),
  };
}
