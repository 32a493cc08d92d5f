/** Values that are codes of ours, in words: kinds of platforms and pages. */
import { type Language, say, type WordKey } from "./say.ts";

const groups: Readonly<Record<string, string>> = {
  platformType: "platform.type.",
  pageKind: "platform.kind.",
};

/** Null for values that are a page's own text. */
export function codeWords(language: Language, field: string, value: string): string | null {
  if (field === "sponsored") return say(language, "platform.sponsored");
  const group = Object.hasOwn(groups, field) ? groups[field] : undefined;
  return group === undefined ? null : say(language, `${group}${value}` as WordKey);
}
