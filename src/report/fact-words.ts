/** What people wrote down about a case, as lines for texts: kind, time and their own words. */
import type { BodyOf } from "../cases/case-fact.ts";
import type { FactEntry } from "../cases/case-facts.ts";
import type { TypedTime } from "../cases/typed-time.ts";
import { type Language, say } from "../words/say.ts";
import { tagList } from "./tag-words.ts";
import { firstYearOfRepublic } from "./taipei-time.ts";

/** 「115 年 11 月 20 日 22:58」, or the person's own words; empty when neither is known. */
export function typedTimeWords(language: Language, { day, clock, words }: TypedTime): string {
  if (day === null) return words;
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const era = language === "zh-TW" ? year - firstYearOfRepublic + 1 : year;
  const said = say(language, "document.day", { year: era, month, day: date });
  return [said, clock ?? "", words === "" ? "" : `「${words}」`].filter(Boolean).join(" ");
}

export function incidentLine(language: Language, { body }: FactEntry<BodyOf<"incident">>): string {
  const { incident, happened, account, words, tags } = body;
  return joined(language, [
    say(language, `document.incident.${incident}`),
    typedTimeWords(language, happened),
    account,
    words,
    tagList(language, tags),
  ]);
}

export function paymentLine(language: Language, { body }: FactEntry<BodyOf<"payment">>): string {
  const { means, isPaid, account, amount, currency, paid, words } = body;
  return joined(language, [
    say(language, isPaid ? "document.payment.paid" : "document.payment.demanded"),
    say(language, `document.means.${means}`),
    amount === null ? say(language, "document.amount-unknown") : `${amount} ${currency}`.trim(),
    account,
    typedTimeWords(language, paid),
    words,
  ]);
}

export function actionLine(language: Language, { body }: FactEntry<BodyOf<"action">>): string {
  const { action, done, words } = body;
  return joined(language, [
    say(language, `document.action.${action}`),
    typedTimeWords(language, done),
    words,
  ]);
}

export function submissionLine(language: Language, { body }: FactEntry<BodyOf<"submission">>): string {
  const { to, submitted, receipt, words } = body;
  return joined(language, [
    say(language, `document.submission.${to}`),
    typedTimeWords(language, submitted),
    receipt === "" ? "" : say(language, "document.receipt", { receipt }),
    words,
  ]);
}

/** People end their own words themselves. */
const endOfSentence = /[。！？…；，,.!?;]$/;

function joined(language: Language, parts: readonly string[]): string {
  const comma = say(language, "document.part-comma");
  return parts
    .filter((part) => part.trim() !== "")
    .reduce((line, part) => `${line}${endOfSentence.test(line) ? "　" : comma}${part}`);
}

/** The lines with a mark in front, or one that says there are none. */
export function listed(language: Language, lines: readonly string[]): string[] {
  return lines.length === 0 ? [say(language, "document.none")] : lines.map((line) => `- ${line}`);
}
