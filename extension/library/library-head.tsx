/** The header of the library: name, tabs, language, and which record is shown. */
import { Brand } from "../interface/brand.tsx";
import type { CaseFile } from "../../src/evidence/case-file.ts";
import type { Language } from "../../src/words/say.ts";
import { useWords } from "../interface/words.ts";
import type { LibraryView } from "./library-view.ts";

type Tab = "timeline" | "links" | "guidance" | "pack" | "check";
const tabs: readonly Tab[] = ["timeline", "links", "guidance", "pack", "check"];

/** Which tab a screen belongs to; a form belongs to where it was opened. */
const tabOf: Record<Exclude<LibraryView["screen"], "write">, Tab> = {
  timeline: "timeline",
  item: "timeline",
  purge: "timeline",
  import: "timeline",
  intake: "guidance",
  links: "links",
  guidance: "guidance",
  pack: "pack",
  packed: "pack",
  check: "check",
};

function tabShown(view: LibraryView): Tab {
  return tabOf[view.screen === "write" ? view.back.screen : view.screen];
}

interface LibraryHeadProps {
  view: LibraryView;
  cases: readonly CaseFile[];
  caseFile: CaseFile | null;
  onShow: (view: LibraryView) => void;
  onChooseCase: (caseId: string) => void;
  onSpeak: (language: Language) => void;
}

export function LibraryHead({ view, cases, caseFile, onShow, onChooseCase, onSpeak }: LibraryHeadProps) {
  const { t } = useWords();
  return (
    <header class="head">
      <Brand />
      <nav class="tabs" aria-label={t("tabs.label")}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            data-action={`open-${tab}`}
            onClick={() => onShow({ screen: tab })}
            {...(tabShown(view) === tab && { "aria-current": "page" as const })}
          >
            {t(`tabs.${tab}`)}
          </button>
        ))}
      </nav>
      <div class="row right">
        <LanguageSwitch onSpeak={onSpeak} />
        <button
          type="button"
          class="btn text"
          data-action="open-intake"
          onClick={() => onShow({ screen: "intake", of: "unanswered" })}
        >
          {t("case.new")}
        </button>
        {caseFile && <CaseSwitch cases={cases} caseFile={caseFile} onChooseCase={onChooseCase} />}
      </div>
    </header>
  );
}

/** Named in the language it switches to, for those who cannot read this one. */
function LanguageSwitch({ onSpeak }: Pick<LibraryHeadProps, "onSpeak">) {
  const { language } = useWords();
  const [other, lang, name] =
    language === "en" ? (["zh-TW", "zh-Hant-TW", "中文"] as const) : (["en", "en", "English"] as const);
  return (
    <button type="button" class="btn text" lang={lang} data-action="language" onClick={() => onSpeak(other)}>
      {name}
    </button>
  );
}

interface CaseSwitchProps extends Pick<LibraryHeadProps, "cases" | "onChooseCase"> {
  caseFile: CaseFile;
}

function CaseSwitch({ cases, caseFile, onChooseCase }: CaseSwitchProps) {
  const { t } = useWords();
  return (
    <label>
      <span class="visually-hidden">{t("case.choose")}</span>
      <select name="case" value={caseFile.id} onChange={(event) => onChooseCase(event.currentTarget.value)}>
        {cases.map(({ id, code, about }) => (
          <option key={id} value={id}>
            {t("case.option", { code, about: t(`about.${about}`) })}
          </option>
        ))}
      </select>
    </label>
  );
}
