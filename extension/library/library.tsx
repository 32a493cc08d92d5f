/** Entry of the library: finds its language and the store, then shows the record. */
import { render } from "preact";
import { codeOf } from "../../src/base/failure.ts";
import type { Language } from "../../src/words/say.ts";
import { startLanguage } from "../interface/start-language.ts";
import { LanguageContext } from "../interface/words.ts";
import { readSettings } from "../store/settings.ts";
import { ClosedLibrary } from "./closed-library.tsx";
import { LibraryApp } from "./library-app.tsx";
import { libraryBrowserPorts } from "./library-browser-ports.ts";

async function start(root: Element): Promise<void> {
  const { language } = await readSettings();
  const spoken = startLanguage(language);
  try {
    render(<LibraryApp ports={await libraryBrowserPorts()} firstLanguage={spoken} />, root);
  } catch (error) {
    showClosed(root, spoken, error);
  }
}

function showClosed(root: Element, language: Language, error: unknown): void {
  render(
    <LanguageContext.Provider value={language}>
      <ClosedLibrary code={codeOf(error)} />
    </LanguageContext.Provider>,
    root,
  );
}

const root = document.getElementById("screen");
if (root) void start(root);
