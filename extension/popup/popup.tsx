/** Entry of the popup: finds its language, its tab and the store, then shows the first screen. */
import { type ComponentChild, render } from "preact";
import { codeOf } from "../../src/base/failure.ts";
import type { Language } from "../../src/words/say.ts";
import { startLanguage } from "../interface/start-language.ts";
import { LanguageContext } from "../interface/words.ts";
import { readSettings } from "../store/settings.ts";
import { browserExits } from "./browser-exits.ts";
import { browserPorts } from "./browser-ports.ts";
import { FailedScreen } from "./failed-screen.tsx";
import { PopupApp } from "./popup-app.tsx";
import { PopupFrame } from "./popup-frame.tsx";
import { popupRoom } from "./popup-room.ts";

async function start(): Promise<void> {
  document.documentElement.style.setProperty("--room", `${popupRoom(screen.availHeight)}px`);
  const { language } = await readSettings();
  const spoken = startLanguage(language);
  try {
    show(spoken, <PopupApp ports={await browserPorts()} exits={browserExits} />);
  } catch (error) {
    showFailure(spoken, error);
  }
}

/** Without a store or a tab there is nothing to do here but to say so, with every way out in its place. */
function showFailure(language: Language, error: unknown): void {
  const code = codeOf(error);
  const again = () => location.reload();
  show(
    language,
    <PopupFrame marks={{ "data-screen": "failed", "data-code": code }} caseCode={null} exits={browserExits}>
      <FailedScreen code={code} keptCount={null} hasAddress={false} onNote={again} onAgain={again} />
    </PopupFrame>,
  );
}

function show(language: Language, screen: ComponentChild): void {
  const root = document.getElementById("screen");
  if (root) render(<LanguageContext.Provider value={language}>{screen}</LanguageContext.Provider>, root);
}

void start();
