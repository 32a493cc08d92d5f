/** Starts a browser with the built extension in a profile of its own, which is gone when it closes. */
import puppeteer, { type Browser, type Extension } from "puppeteer-core";

export interface LaunchChoices {
  browserPath: string;
  /** The folder with the built manifest. */
  extensionFolder: string;
  isHeadless: boolean;
  /** Nothing but this computer can be reached, not even by name. */
  isClosedOff: boolean;
  /** Language of the browser's own words; the person's own when left out. */
  language?: "zh-TW" | "en";
  moreArguments?: readonly string[];
  /** Of its own and gone afterwards when left out. */
  profileFolder?: string;
}

export interface KeepleafBrowser {
  browser: Browser;
  extension: Extension;
  /** Address of a page of the extension, e.g. `extension/library/library.html`. */
  addressOf(path: string): string;
}

const quietArguments = [
  "--force-color-profile=srgb",
  "--window-size=1280,900",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  // A saved page stands at the address it was saved from, http included.
  "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,Translate",
];

const closedOff = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1";

export async function launchBrowser(choices: LaunchChoices): Promise<KeepleafBrowser> {
  const browser = await puppeteer.launch({
    executablePath: choices.browserPath,
    headless: choices.isHeadless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    // A page may not open windows by itself: that would take the focus from the page being kept.
    ignoreDefaultArgs: ["--disable-popup-blocking"],
    args: argumentsFor(choices),
    ...(choices.profileFolder && { userDataDir: choices.profileFolder }),
    env: environmentFor(choices),
    // Unless a folder is named for it, what a browser without a window saves would lie among the person's own downloads.
    ...(choices.isHeadless && { downloadBehavior: { policy: "deny" } }),
  });
  const id = await browser.installExtension(choices.extensionFolder);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error("the browser started without the extension");
  return { browser, extension, addressOf: (path) => `chrome-extension://${extension.id}/${path}` };
}

function argumentsFor(choices: LaunchChoices): string[] {
  const args = [...quietArguments, ...(choices.moreArguments ?? [])];
  // Without it the screen is 800 by 600, and a popup would be lower than on any real one.
  if (choices.isHeadless) args.push("--screen-info={1600x1200}");
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  if (choices.isClosedOff) args.push(closedOff);
  if (choices.language) args.push(`--lang=${choices.language}`, `--accept-lang=${choices.language}`);
  return args;
}

/** On Linux the browser takes its language from the environment, not from its arguments. */
function environmentFor({ language }: LaunchChoices): Record<string, string | undefined> {
  if (!language) return process.env;
  const locale = language.replace("-", "_");
  return { ...process.env, LANGUAGE: locale, LANG: `${locale}.UTF-8`, LC_ALL: `${locale}.UTF-8` };
}
