/** Decides the language of a page and tells the browser, so that a screen reader speaks it. */
import { type Language, languageFor, say } from "../../src/words/say.ts";
import { browser } from "../browser/api.ts";
import { htmlLanguage } from "./words.ts";

/** The person's choice, else the browser's language. */
export function startLanguage(chosen: Language | null): Language {
  const language = chosen ?? languageFor(browser.i18n.getUILanguage());
  showLanguage(language);
  return language;
}

/** The title is the neutral name and nothing else: it ends up in the history. */
export function showLanguage(language: Language): void {
  document.documentElement.lang = htmlLanguage(language);
  document.title = say(language, "app.name");
}
