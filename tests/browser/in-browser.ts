/** A browser with the built extension, fixture pages and a folder for downloads, for the length of one test file. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { chooseLanguage } from "../../commands/browser/choose-language.ts";
import { type KeepleafBrowser, launchBrowser } from "../../commands/browser/launch-browser.ts";
import { openPage } from "../../commands/browser/open-page.ts";
import { buildInto } from "../source/build-for-test.ts";
import { type PageServer, servePages } from "./page-server.ts";
import { logRequests, type RequestLog } from "./request-log.ts";

export interface InBrowser {
  keepleaf: KeepleafBrowser;
  pages: PageServer;
  /** Everything anybody in this browser asked for. */
  requests: RequestLog;
  /** Downloads and unpacked bundles. */
  folder: string;
  /** Opens a page of the fixture server. */
  open(path: string): Promise<Page>;
  /** Kills the browser as a power cut would, and starts it again, in the same profile where one was given. */
  restart(): Promise<void>;
  /** Ends all; fails when the extension asked for anything outside itself, in whatever test. */
  stop(): Promise<void>;
}

export interface BrowserChoices {
  language?: "zh-TW" | "en";
  moreArguments?: readonly string[];
  /** A profile that outlives the browser. */
  profileFolder?: string;
  /** Takes a part out of the built extension, to see whether the others hold alone. */
  spoil?: (folder: string) => void;
}

export async function startInBrowser(choices: BrowserChoices = {}): Promise<InBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "keepleaf-browser-"));
  const pages = await servePages();
  const extensionFolder = choices.spoil ? spoiltExtension(folder, choices.spoil) : builtExtension(folder);
  const inBrowser: InBrowser = {
    ...(await start(extensionFolder, choices)),
    pages,
    folder,
    open: (path) => openPage(inBrowser.keepleaf.browser, pages.addressOf(path)),
    restart: async () => {
      inBrowser.keepleaf.browser.process()?.kill("SIGKILL");
      Object.assign(inBrowser, await start(extensionFolder, choices));
    },
    stop: async () => {
      const outside = inBrowser.requests.outside();
      await inBrowser.keepleaf.browser.close();
      await pages.stop();
      rmSync(folder, { recursive: true, force: true });
      expect(inBrowser.requests.asked.length).toBeGreaterThan(0);
      expect(outside).toEqual([]);
    },
  };
  return inBrowser;
}

async function start(
  extensionFolder: string,
  choices: BrowserChoices,
): Promise<Pick<InBrowser, "keepleaf" | "requests">> {
  const language = choices.language ?? "zh-TW";
  const keepleaf = await launchBrowser({
    browserPath: process.env["KEEPLEAF_BROWSER"] ?? "/usr/bin/chromium",
    extensionFolder,
    isHeadless: true,
    isClosedOff: true,
    language,
    moreArguments: choices.moreArguments ?? [],
    ...(choices.profileFolder && { profileFolder: choices.profileFolder }),
  });
  await chooseLanguage(keepleaf, language);
  return { keepleaf, requests: await logRequests(keepleaf.browser, keepleaf.addressOf("")) };
}

function spoiltExtension(folder: string, spoil: (folder: string) => void): string {
  const own = join(folder, "spoilt");
  cpSync(builtExtension(folder), own, { recursive: true });
  spoil(own);
  return own;
}

/** `npm test` has built it already; alone, a test file builds its own. */
function builtExtension(folder: string): string {
  const built = process.env["KEEPLEAF_DIST"];
  if (built) return built;
  const own = join(folder, "dist");
  buildInto(own);
  return own;
}
