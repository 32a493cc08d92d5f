/** The words of the chosen language, for every part of a screen. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Language, say, type WordKey, type WordValues } from "../../src/words/say.ts";

export const LanguageContext = createContext<Language>("zh-TW");

export interface Words {
  language: Language;
  t: (key: WordKey, values?: WordValues) => string;
}

export function useWords(): Words {
  const language = useContext(LanguageContext);
  return { language, t: (key, values) => say(language, key, values) };
}

/** What `<html lang>` says: Chinese as written in Taiwan. */
export function htmlLanguage(language: Language): string {
  return language === "zh-TW" ? "zh-Hant-TW" : "en";
}
