/** Every sentence a person reads, in two languages; a missing one does not compile. */
import accountEn from "./en/account.json" with { type: "json" };
import caseEn from "./en/case.json" with { type: "json" };
import commandEn from "./en/command.json" with { type: "json" };
import documentEn from "./en/document.json" with { type: "json" };
import evidenceEn from "./en/evidence.json" with { type: "json" };
import failureEn from "./en/failure.json" with { type: "json" };
import findingEn from "./en/finding.json" with { type: "json" };
import guidanceEn from "./en/guidance.json" with { type: "json" };
import importEn from "./en/import.json" with { type: "json" };
import intakeEn from "./en/intake.json" with { type: "json" };
import handOverEn from "./en/hand-over.json" with { type: "json" };
import interfaceEn from "./en/interface.json" with { type: "json" };
import lockedEn from "./en/locked.json" with { type: "json" };
import maskEn from "./en/mask.json" with { type: "json" };
import paneEn from "./en/pane.json" with { type: "json" };
import pictureEn from "./en/picture.json" with { type: "json" };
import platformEn from "./en/platform.json" with { type: "json" };
import notesEn from "./en/notes.json" with { type: "json" };
import pointingEn from "./en/pointing.json" with { type: "json" };
import progressEn from "./en/progress.json" with { type: "json" };
import purgeEn from "./en/purge.json" with { type: "json" };
import reportEn from "./en/report.json" with { type: "json" };
import stampEn from "./en/stamp.json" with { type: "json" };
import viewsEn from "./en/views.json" with { type: "json" };
import accountZh from "./zh-TW/account.json" with { type: "json" };
import caseZh from "./zh-TW/case.json" with { type: "json" };
import commandZh from "./zh-TW/command.json" with { type: "json" };
import documentZh from "./zh-TW/document.json" with { type: "json" };
import evidenceZh from "./zh-TW/evidence.json" with { type: "json" };
import failureZh from "./zh-TW/failure.json" with { type: "json" };
import findingZh from "./zh-TW/finding.json" with { type: "json" };
import guidanceZh from "./zh-TW/guidance.json" with { type: "json" };
import importZh from "./zh-TW/import.json" with { type: "json" };
import intakeZh from "./zh-TW/intake.json" with { type: "json" };
import handOverZh from "./zh-TW/hand-over.json" with { type: "json" };
import interfaceZh from "./zh-TW/interface.json" with { type: "json" };
import lockedZh from "./zh-TW/locked.json" with { type: "json" };
import maskZh from "./zh-TW/mask.json" with { type: "json" };
import paneZh from "./zh-TW/pane.json" with { type: "json" };
import pictureZh from "./zh-TW/picture.json" with { type: "json" };
import platformZh from "./zh-TW/platform.json" with { type: "json" };
import notesZh from "./zh-TW/notes.json" with { type: "json" };
import pointingZh from "./zh-TW/pointing.json" with { type: "json" };
import progressZh from "./zh-TW/progress.json" with { type: "json" };
import purgeZh from "./zh-TW/purge.json" with { type: "json" };
import reportZh from "./zh-TW/report.json" with { type: "json" };
import stampZh from "./zh-TW/stamp.json" with { type: "json" };
import viewsZh from "./zh-TW/views.json" with { type: "json" };

export const languages = ["zh-TW", "en"] as const;
export type Language = (typeof languages)[number];

const chinese = {
  ...accountZh,
  ...caseZh,
  ...commandZh,
  ...documentZh,
  ...evidenceZh,
  ...failureZh,
  ...findingZh,
  ...guidanceZh,
  ...importZh,
  ...intakeZh,
  ...handOverZh,
  ...interfaceZh,
  ...lockedZh,
  ...maskZh,
  ...paneZh,
  ...pictureZh,
  ...platformZh,
  ...notesZh,
  ...pointingZh,
  ...progressZh,
  ...purgeZh,
  ...reportZh,
  ...stampZh,
  ...viewsZh,
};
const english = {
  ...accountEn,
  ...caseEn,
  ...commandEn,
  ...documentEn,
  ...evidenceEn,
  ...failureEn,
  ...findingEn,
  ...guidanceEn,
  ...importEn,
  ...intakeEn,
  ...handOverEn,
  ...interfaceEn,
  ...lockedEn,
  ...maskEn,
  ...paneEn,
  ...pictureEn,
  ...platformEn,
  ...notesEn,
  ...pointingEn,
  ...progressEn,
  ...purgeEn,
  ...reportEn,
  ...stampEn,
  ...viewsEn,
};

export type WordKey = keyof typeof chinese;

const words: Record<Language, Record<WordKey, string>> = { "zh-TW": chinese, en: english };

export type WordValues = Readonly<Record<string, string | number>>;

/** The sentence with `{name}` replaced by the value of that name; the values are data, never markup. */
export function say(language: Language, key: WordKey, values: WordValues = {}): string {
  return words[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** Chinese for every Chinese browser language, English for all others. */
export function languageFor(browserLanguage: string): Language {
  return /^zh\b/i.test(browserLanguage) ? "zh-TW" : "en";
}
