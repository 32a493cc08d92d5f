/** Firefox with the extension built for it, fixture pages and a folder for downloads, for one test file. */
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type Browser, type Page, TimeoutError } from "puppeteer-core";
import type { Recipient } from "../../src/bundle/recipient.ts";
import type { AboutAge } from "../../src/evidence/case-file.ts";
import { openPage } from "../../commands/browser/open-page.ts";
import { press } from "../../commands/browser/press.ts";
import { buildInto } from "../source/build-for-test.ts";
import { type FirefoxPopup, pressFirefoxToolbar } from "./firefox-popup.ts";
import { windowOf } from "./firefox-window.ts";
import { type OpenedBundle, openPacked } from "./opened-bundle.ts";
import { type PageServer, servePages } from "./page-server.ts";

export interface InFirefox {
  browser: Browser;
  pages: PageServer;
  folder: string;
  /** A page of the fixture server. */
  open(path: string): Promise<Page>;
  /** A page of the extension, in a tab. */
  openOwn(path: string): Promise<Page>;
  pressToolbar(page: Page): Promise<FirefoxPopup>;
  /** Toolbar, answer, button, and then only watching: the facts of the end. */
  keep(page: Page, about: AboutAge): Promise<Record<string, string>>;
  packAndOpen(recipient?: Recipient): Promise<OpenedBundle>;
  stop(): Promise<void>;
}

const longestSeconds = 90;
const longestOpeningMs = 30_000;

/** Nothing but this computer is reached: everything else is sent to a port where nobody listens. */
const closedOff = {
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": 9,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": 9,
  "network.proxy.allow_hijacking_localhost": false,
};

export async function startInFirefox(): Promise<InFirefox> {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-firefox-"));
  const pages = await servePages();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env["KEEPLEAF_FIREFOX"] ?? "/usr/bin/firefox-esr",
    headless: true,
    defaultViewport: null,
    args: ["--remote-allow-system-access", "--width", "1280", "--height", "900"],
    extraPrefsFirefox: {
      ...closedOff,
      "intl.locale.requested": "zh-TW",
      "browser.download.dir": folder,
      "browser.download.folderList": 2,
    },
  });
  const id = await browser.installExtension(builtForFirefox(folder));
  const around = await windowOf(browser);
  const host = await around.run(hostOf, id);
  const firefox: InFirefox = {
    browser,
    pages,
    folder,
    open: (path) => openPage(browser, pages.addressOf(path)),
    openOwn: (path) => openOwnTab(browser, `moz-extension://${host}/${path}`),
    pressToolbar: (page) => pressFirefoxToolbar(around, page),
    keep: (page, about) => keepIn(firefox, page, about),
    packAndOpen: (recipient = "police") => packIn(firefox, recipient),
    stop: async () => {
      await browser.close();
      await pages.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return firefox;
}

/** `npm test` has built it already; alone, a test file builds its own. */
function builtForFirefox(folder: string): string {
  const built = process.env["KEEPLEAF_DIST_FIREFOX"];
  if (built) return built;
  const own = join(folder, "dist-firefox");
  buildInto(own, "firefox");
  return own;
}

/** Puppeteer waits in vain for the answer of a server here: what the page shows tells that it is there. */
async function openOwnTab(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  void page.goto(address).catch(() => undefined);
  await shown(page, "main[data-screen]");
  return page;
}

/** Firefox answers with an error when the document it was asked about has just been replaced: it is asked again. */
async function shown(page: Page, selector: string): Promise<void> {
  const until = Date.now() + longestOpeningMs;
  for (;;) {
    try {
      await page.waitForSelector(selector, { timeout: Math.max(until - Date.now(), 1) });
      return;
    } catch (error) {
      if (error instanceof TimeoutError || Date.now() >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function keepIn(firefox: InFirefox, page: Page, about: AboutAge): Promise<Record<string, string>> {
  const popup = await popupAtButton(firefox, page, about);
  if (await popup.has("[data-action=keep]")) await popup.press("[data-action=keep]");
  return await popup.waitFor(["kept", "failed"], longestSeconds);
}

const maskOf: Record<AboutAge, string> = { adult: "none", minor: "under-18", unknown: "age-unknown" };

/** With a record about this age in front; opened through the four questions where there is none. */
async function popupAtButton(firefox: InFirefox, page: Page, about: AboutAge): Promise<FirefoxPopup> {
  const popup = await firefox.pressToolbar(page);
  if (await popup.has(`main[data-mask=${maskOf[about]}]`)) return popup;
  await openCase(firefox, about);
  const again = await firefox.pressToolbar(page);
  await again.waitFor(["idle"], longestSeconds);
  return again;
}

async function openCase(firefox: InFirefox, about: AboutAge): Promise<void> {
  const library = await firefox.openOwn("extension/library/library.html");
  await press(library, "[data-action=open-intake]");
  await press(library, `input[name=age-now][value=${about === "minor" ? "under-18" : about}]`);
  if (about === "adult") await press(library, "input[name=age-then][value=adult]");
  await press(library, "input[name=operator][value=self]");
  await press(library, "[data-action=save-intake]");
  await library.waitForSelector(":is(main[data-screen=guidance], main[data-screen=timeline])");
  await library.close();
}

async function packIn(firefox: InFirefox, recipient: Recipient): Promise<OpenedBundle> {
  const library = await firefox.openOwn("extension/library/library.html");
  await press(library, "[data-action=open-pack]");
  await press(library, `input[name=recipient][value=${recipient}]`);
  await press(library, "[data-action=pack]");
  const packed = await library.waitForSelector("main[data-screen=packed]", { timeout: 60_000 });
  const seal = (await packed?.evaluate((main) => (main as HTMLElement).dataset["seal"])) ?? "";
  const zip = await downloadedZip(firefox.folder);
  await library.close();
  return await openPacked({ file: zip, seal }, firefox.folder);
}

/** While it is written its name ends in `.part`. @throws when nothing came in a minute */
async function downloadedZip(folder: string): Promise<string> {
  for (let tries = 0; tries < 600; tries += 1) {
    const names = readdirSync(folder);
    const zip = names.filter((name) => name.endsWith(".zip")).at(-1);
    if (zip && !names.some((name) => name.endsWith(".part"))) return join(folder, zip);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("nothing was downloaded");
}

/** Runs in the window of Firefox, as text. */
function hostOf(id: string): string {
  const { WebExtensionPolicy } = globalThis as unknown as {
    WebExtensionPolicy: { getByID(id: string): { mozExtensionHostname: string } };
  };
  return WebExtensionPolicy.getByID(id).mozExtensionHostname;
}
