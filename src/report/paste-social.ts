/** `paste-social.txt`: the four parts of a social report (兒童及少年保護通報及分級分類處理辦法), with blanks for what is never asked here. */
import { allTags } from "../cases/all-tags.ts";
import { type Language, say } from "../words/say.ts";
import { listed, submissionLine, typedTimeWords } from "./fact-words.ts";
import { named, orMissing, posterOf } from "./item-words.ts";
import type { ReportSubject } from "./report-subject.ts";
import { tagList } from "./tag-words.ts";
import { windowsText } from "./windows-text.ts";

export function pasteSocial(language: Language, subject: ReportSubject): string {
  const { facts, items } = subject;
  const { answers, known } = facts;
  const posters = [...new Set(items.map(({ item }) => posterOf(language, item)).filter(Boolean))];
  return windowsText([
    say(language, "document.social.title"),
    say(language, "report.by-public-guidance"),
    say(language, "report.case-line", { code: subject.caseCode }),
    "",
    say(language, "document.social.reason"),
    say(language, "document.social.reason-line", { count: items.length }),
    named(language, say(language, "document.types"), typesOf(language, subject)),
    named(
      language,
      say(language, "document.known-at"),
      orMissing(language, known ? typedTimeWords(language, known.body.known) : ""),
    ),
    "",
    say(language, "document.social.article-53"),
    say(language, "document.social.article-53-line"),
    "",
    say(language, "document.social.person"),
    say(language, "document.social.person-blanks"),
    named(language, say(language, "document.age-now"), say(language, `document.age.${answers.ageNow}`)),
    named(language, say(language, "document.age-then"), say(language, `document.age.${answers.ageAtEvent}`)),
    "",
    say(language, "document.social.other"),
    named(language, say(language, "document.role"), say(language, `document.operator.${answers.operator}`)),
    named(language, say(language, "report.police.accounts"), orMissing(language, posters.join("、"))),
    ...listed(
      language,
      facts.submissions.map((entry) => submissionLine(language, entry)),
    ),
    say(language, "document.school.no-pictures"),
    say(language, "report.keep-secret"),
  ]);
}

function typesOf(language: Language, { facts, items }: ReportSubject): string {
  const all = allTags(
    facts,
    items.map(({ item }) => item.id),
  );
  return orMissing(language, tagList(language, all));
}
