/** What people wrote down about a case, in sections, for those who get it in their own words. */
import { type Language, say, type WordKey } from "../words/say.ts";
import { actionLine, incidentLine, paymentLine, submissionLine } from "./fact-words.ts";
import type { ReportSubject } from "./report-subject.ts";
import { tagOverview } from "./tag-words.ts";

export interface WrittenSection {
  title: WordKey;
  lines: readonly string[];
}

/** What was asked or threatened, money, what was done already, addresses. A section without lines is left out. */
export function writtenSections(language: Language, subject: ReportSubject): WrittenSection[] {
  const { facts, hasFacts, noted } = subject;
  const own: WrittenSection[] = [
    { title: "document.police.types", lines: tagOverview(language, subject) },
    {
      title: "document.police.incidents",
      lines: facts.incidents.map((entry) => incidentLine(language, entry)),
    },
    { title: "document.police.payments", lines: facts.payments.map((entry) => paymentLine(language, entry)) },
    { title: "document.police.actions", lines: facts.actions.map((entry) => actionLine(language, entry)) },
    {
      title: "document.police.submissions",
      lines: facts.submissions.map((entry) => submissionLine(language, entry)),
    },
  ];
  const sections = [...(hasFacts ? own : []), { title: "document.noted" as const, lines: noted }];
  return sections.filter(({ lines }) => lines.length > 0);
}

/** Who filled it in, and the ages the law asks for. */
export function answerRows(
  language: Language,
  { facts: { answers } }: Pick<ReportSubject, "facts">,
): { name: string; value: string }[] {
  return [
    { name: say(language, "document.role"), value: say(language, `document.operator.${answers.operator}`) },
    { name: say(language, "document.age-now"), value: say(language, `document.age.${answers.ageNow}`) },
    { name: say(language, "document.age-then"), value: say(language, `document.age.${answers.ageAtEvent}`) },
  ];
}
