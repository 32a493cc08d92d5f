/** What a bundle cannot prove; every report says it. */
import { type Language, say } from "../words/say.ts";

const limits = [
  "report.limits.server",
  "report.limits.time",
  "report.limits.person",
  "report.limits.tool",
  "report.limits.missing",
  "report.limits.account",
] as const;

export function limitSentences(language: Language): string[] {
  return limits.map((key) => say(language, key));
}
