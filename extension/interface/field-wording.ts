/** The value of a field in words: times in local time, ranges as ranges, codes of ours by name, all else as the page has it. */
import { codeWords } from "../../src/words/code-words.ts";
import { type Language, say } from "../../src/words/say.ts";
import { type LocalMoment, momentWords } from "./date-wording.ts";
import { postedWords } from "./posted-wording.ts";

interface FieldValue {
  language: Language;
  name: string;
  value: string;
  /** Where the person was: times are told in that zone. */
  where: Omit<LocalMoment, "utc">;
}

const times: ReadonlySet<string> = new Set(["postedAt", "editedAt"]);

export function fieldWords({ language, name, value, where }: FieldValue): string {
  if (times.has(name)) return postedWords(language, value, where);
  if (name === "postedAtRange") return rangeWords(language, { value, where });
  return codeWords(language, name, value) ?? value;
}

function rangeWords(language: Language, { value, where }: Pick<FieldValue, "value" | "where">): string {
  const [from, to] = value.split("/");
  if (!from || !to) return value;
  const words = [from, to].map((utc) => momentWords(language, { ...where, utc }));
  return say(language, "platform.range", { from: words[0] ?? "", to: words[1] ?? "" });
}
