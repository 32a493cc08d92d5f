/** Chooses the language of the extension's pages, through the button a person has for it. */
import type { Language } from "../../src/words/say.ts";
import type { KeepleafBrowser } from "./launch-browser.ts";
import { openLibrary } from "./pack-case.ts";
import { press } from "./press.ts";
import { waitForScreen } from "./watch-screen.ts";

/** Debian's browser may have no words of its own but English ones; the extension then speaks English at first. */
export async function chooseLanguage(keepleaf: KeepleafBrowser, language: Language): Promise<void> {
  const library = await openLibrary(keepleaf);
  await waitForScreen(library, ["empty", "timeline"], 20);
  const spoken = await library.$eval("html", (root) => root.lang);
  if (spoken.startsWith(language.slice(0, 2))) {
    await library.close();
    return;
  }
  await press(library, "[data-action=language]");
  await library.waitForSelector(`html[lang^=${language.slice(0, 2)}]`);
  await library.close();
}
