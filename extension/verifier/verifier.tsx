/** Entry of `verify.html`: the check of the library as one file that opens from a disk and asks nobody for anything. */
import { render } from "preact";
import { useState } from "preact/hooks";
import { type Language, languageFor } from "../../src/words/say.ts";
import { Brand } from "../interface/brand.tsx";
import { saveFile } from "../interface/save-file.ts";
import { htmlLanguage, LanguageContext, useWords } from "../interface/words.ts";
import { CheckScreen } from "../library/check-screen.tsx";
import CheckWorker from "../library/check-worker.ts?worker&inline";
import { checkWorkers } from "../library/check-workers.ts";
import "../interface/keepleaf.css";
import "../library/library.css";
import "../library/bundle.css";

/** There is no second file to start a thread from: its code lies in this one. */
const threads = checkWorkers(() => new CheckWorker());

function Verifier() {
  const [language, setLanguage] = useState<Language>(languageFor(navigator.language));
  document.documentElement.lang = htmlLanguage(language);
  return (
    <LanguageContext.Provider value={language}>
      <div class="scroller">
        <header class="head">
          <Brand />
          <div class="row right">
            <LanguageSwitch onSpeak={setLanguage} />
          </div>
        </header>
        <main class="sheet stack" data-screen="check">
          <CheckScreen
            restore={null}
            stampPanel={null}
            wrongTryLog={null}
            threads={threads}
            saveFile={saveFile}
          />
        </main>
      </div>
    </LanguageContext.Provider>
  );
}

/** Named in the language it switches to, for those who cannot read this one. */
function LanguageSwitch({ onSpeak }: { onSpeak: (language: Language) => void }) {
  const { language } = useWords();
  const [other, lang, name] =
    language === "en" ? (["zh-TW", "zh-Hant-TW", "中文"] as const) : (["en", "en", "English"] as const);
  return (
    <button type="button" class="btn text" lang={lang} data-action="language" onClick={() => onSpeak(other)}>
      {name}
    </button>
  );
}

const root = document.getElementById("screen");
if (root) render(<Verifier />, root);
