/** `npm run screenshots`: drives the real extension on the practice post and pictures each screen for the README. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import type { Language } from "../src/words/say.ts";
import { chooseLanguage } from "./browser/choose-language.ts";
import { beginKeeping, outcomeOf } from "./browser/keep-page.ts";
import { type KeepleafBrowser, launchBrowser } from "./browser/launch-browser.ts";
import { openPage } from "./browser/open-page.ts";
import { openLibrary } from "./browser/pack-case.ts";
import { press } from "./browser/press.ts";
import { pressToolbar } from "./browser/press-toolbar.ts";
import { waitForScreen } from "./browser/watch-screen.ts";
import { buildExtension } from "./build-extension.ts";
import { servePractice } from "./practice/serve-practice.ts";

interface ScreenshotCall {
  findBrowser(): string;
  projectRoot: string;
}

interface Studio {
  keepleaf: KeepleafBrowser;
  post: Page;
  folder: string;
}

/** The exit status. */
export async function run({ findBrowser, projectRoot }: ScreenshotCall): Promise<number> {
  // The people on the pictures are in Taiwan, whatever the clock of the machine that takes them says.
  process.env["TZ"] = "Asia/Taipei";
  const folder = join(projectRoot, "docs", "screenshots");
  mkdirSync(folder, { recursive: true });
  const extensionFolder = await buildExtension(projectRoot);
  const practice = await servePractice();
  const keepleaf = await launchBrowser({
    browserPath: findBrowser(),
    extensionFolder,
    isHeadless: true,
    isClosedOff: true,
    language: "zh-TW",
  });
  try {
    const studio = { keepleaf, post: await openPage(keepleaf.browser, practice.address), folder };
    await chooseLanguage(keepleaf, "zh-TW");
    await picturePopup(studio);
    await pictureKept(studio, "en", "popup-kept-en");
    await chooseLanguage(keepleaf, "zh-TW");
    await pictureLibrary(studio);
    return 0;
  } finally {
    await keepleaf.browser.close();
    await practice.stop();
  }
}

/** Idle, under way and kept, in Chinese; then idle and kept in the dark. */
async function picturePopup(studio: Studio): Promise<void> {
  const { keepleaf, post } = studio;
  const idle = await pressToolbar(keepleaf, post);
  await waitForScreen(idle, ["idle"], 20);
  await picture(studio, idle, "popup-idle");
  await pictureInTheDark(studio, idle, "popup-idle-dark");
  const popup = await beginKeeping(keepleaf, post, "adult");
  await popup.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) >= 2, {
    polling: "mutation",
  });
  await picture(studio, popup, "popup-capturing");
  await outcomeOf(keepleaf, post, popup);
  await picture(studio, popup, "popup-kept");
  await pictureInTheDark(studio, popup, "popup-kept-dark");
}

async function pictureKept(studio: Studio, language: Language, name: string): Promise<void> {
  await chooseLanguage(studio.keepleaf, language);
  const popup = await beginKeeping(studio.keepleaf, studio.post, "adult");
  await outcomeOf(studio.keepleaf, studio.post, popup);
  await picture(studio, popup, name);
}

const steps: readonly (readonly [selector: string, screen: string])[] = [
  ["main [data-item-id]", "item"],
  ["[data-action=open-pack]", "pack"],
  ["[data-action=pack]", "packed"],
];

async function pictureLibrary(studio: Studio): Promise<void> {
  const downloads = mkdtempSync(join(tmpdir(), "keepleaf-screenshots-"));
  const session = await studio.keepleaf.browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: downloads });
  const library = await openLibrary(studio.keepleaf);
  await waitForScreen(library, ["timeline"], 20);
  await picture(studio, library, "library-timeline");
  for (const [selector, screen] of steps) {
    await press(library, selector);
    await waitForScreen(library, [screen], 60);
    await picture(studio, library, `library-${screen}`);
  }
  rmSync(downloads, { recursive: true, force: true });
}

async function pictureInTheDark(studio: Studio, page: Page, name: string): Promise<void> {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await picture(studio, page, name);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
}

/** From the top, when nothing changes colour any more. */
async function picture({ folder }: Studio, page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  });
  const isPopup = page.url().includes("/popup/");
  await page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png`, fullPage: isPopup });
}
