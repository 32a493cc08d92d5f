/** The library: header, one screen, rail. */
import { useState } from "preact/hooks";
import type { Language } from "../../src/words/say.ts";
import { Rail } from "../interface/rail.tsx";
import { showLanguage } from "../interface/start-language.ts";
import { LanguageContext, useWords } from "../interface/words.ts";
import { LibraryHead } from "./library-head.tsx";
import { LibraryMain } from "./library-main.tsx";
import type { LibraryPorts } from "./library-ports.ts";
import { railNote } from "./rail-note.ts";
import { StopHereDialog } from "./stop-here-dialog.tsx";
import { type Library, useLibrary } from "./use-library.ts";

interface LibraryAppProps {
  ports: LibraryPorts;
  firstLanguage: Language;
}

export function LibraryApp({ ports, firstLanguage }: LibraryAppProps) {
  const library = useLibrary(ports);
  const [language, setLanguage] = useState(firstLanguage);
  // Remembered first: who sees the words change may close the page at once.
  const speak = async (chosen: Language) => {
    await library.attempt(() => ports.writeSettings({ language: chosen }));
    setLanguage(chosen);
    showLanguage(chosen);
  };
  const { contents, view, show, chooseCase } = library;
  return (
    <LanguageContext.Provider value={language}>
      <div class="scroller">
        <LibraryHead
          view={view}
          cases={contents?.cases ?? []}
          caseFile={contents?.caseFile ?? null}
          onShow={show}
          onChooseCase={chooseCase}
          onSpeak={(chosen) => void speak(chosen)}
        />
        <LibraryMain library={library} ports={ports} />
      </div>
      <LibraryRail library={library} ports={ports} />
    </LanguageContext.Provider>
  );
}

interface LibraryRailProps {
  library: Library;
  ports: LibraryPorts;
}

function LibraryRail({ library, ports }: LibraryRailProps) {
  const { t } = useWords();
  const [isStopping, setIsStopping] = useState(false);
  const note = railNote(t, library);
  return (
    <>
      <Rail
        note={note}
        isOpen={library.isUnsaved}
        onStopHere={() => setIsStopping(true)}
        onLeave={ports.leave}
      />
      {isStopping && (
        <StopHereDialog note={note} onStay={() => setIsStopping(false)} onClosePage={ports.closePage} />
      )}
    </>
  );
}
