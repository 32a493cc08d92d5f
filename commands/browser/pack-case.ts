/** Packs what was kept into one bundle, through the library page, and takes the download. */
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import type { Recipient } from "../../src/bundle/recipient.ts";
import type { KeepleafBrowser } from "./launch-browser.ts";
import { press } from "./press.ts";
import { waitForScreen } from "./watch-screen.ts";

export interface PackedBundle {
  file: string;
  /** As the screen shows it: SHA-256 in hexadecimal. */
  seal: string;
}

const longestPackingSeconds = 180;

export async function openLibrary(keepleaf: KeepleafBrowser): Promise<Page> {
  const page = await keepleaf.browser.newPage();
  await page.goto(keepleaf.addressOf("extension/library/library.html"));
  return page;
}

/** The newest case, for this recipient; null when the library shows anything but a packed bundle. */
export async function packCase(
  keepleaf: KeepleafBrowser,
  recipient: Recipient,
  folder: string,
): Promise<PackedBundle | null> {
  const library = await openLibrary(keepleaf);
  await waitForScreen(library, ["timeline"], longestPackingSeconds);
  await press(library, "[data-action=open-pack]");
  await waitForScreen(library, ["pack"], longestPackingSeconds);
  await press(library, `input[name=recipient][value=${recipient}]`);
  const downloads = await watchDownloads(keepleaf.browser, folder);
  await press(library, "[data-action=pack]");
  const packed = await waitForScreen(library, ["packed"], longestPackingSeconds);
  if (packed.kind !== "seen") return null;
  const file = await downloads.finished();
  return { file, seal: packed.facts["seal"] ?? "" };
}

interface Downloads {
  /** Path of the first download that finished. */
  finished(): Promise<string>;
}

export async function watchDownloads(browser: Browser, folder: string): Promise<Downloads> {
  const session = await browser.target().createCDPSession();
  const finished = firstDownload(session, folder);
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: folder,
    eventsEnabled: true,
  });
  return { finished: () => finished };
}

function firstDownload(session: CDPSession, folder: string): Promise<string> {
  const names = new Map<string, string>();
  return new Promise((resolve) => {
    session.on("Browser.downloadWillBegin", (event) => names.set(event.guid, event.suggestedFilename));
    session.on("Browser.downloadProgress", (event) => {
      if (event.state === "completed") resolve(join(folder, names.get(event.guid) ?? event.guid));
    });
  });
}
