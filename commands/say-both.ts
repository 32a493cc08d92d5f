/** What a command tells: each sentence in Chinese and in English, since a terminal does not say who is reading. */
import { languages, say, type WordKey, type WordValues } from "../src/words/say.ts";

/** The sentence in every language, one a line. */
export function inBoth(key: WordKey, values: WordValues = {}): string {
  return languages.map((language) => say(language, key, values)).join("\n");
}

/** For a table's head, where there is room for one line. */
export function inOneLine(key: WordKey): string {
  return languages.map((language) => say(language, key)).join(" ");
}

export function tell(key: WordKey, values: WordValues = {}): void {
  console.log(inBoth(key, values));
}
