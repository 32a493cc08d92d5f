/** `paste-school.txt`: the way through the school report's menu, and who, what, when, where, with what. No picture's address. */
import { allTags } from "../cases/all-tags.ts";
import type { CaseFacts } from "../cases/case-facts.ts";
import { menuPath, type SchoolReport, schoolReports } from "../cases/school-reports.ts";
import { digitalAnswer } from "../data/school-report.ts";
import { menuLabelOf } from "../data/violence-types.ts";
import { type Language, say } from "../words/say.ts";
import { submissionLine, typedTimeWords } from "./fact-words.ts";
import { headingOf, named, orMissing, posterOf, withAside } from "./item-words.ts";
import type { ReportSubject } from "./report-subject.ts";
import { tagNames } from "./tag-words.ts";
import { taipeiTime, taipeiTimeOf } from "./taipei-time.ts";
import { windowsText } from "./windows-text.ts";

export function pasteSchool(language: Language, subject: ReportSubject): string {
  const { facts } = subject;
  const tags = allTags(
    facts,
    subject.items.map(({ item }) => item.id),
  );
  const reports = schoolReports(facts.answers, tags);
  return windowsText([
    say(language, "document.school.title"),
    say(language, "report.by-public-guidance"),
    say(language, "report.case-line", { code: subject.caseCode }),
    "",
    say(language, "document.school.menu"),
    ...reports.flatMap((report) => [...menuLines(language, report), ""]),
    say(language, "document.school.facts"),
    ...factLines(language, subject),
    "",
    say(language, "document.school.pages"),
    ...pageLines(language, subject),
    "",
    say(language, "document.school.no-pictures"),
    say(language, "report.keep-secret"),
  ]);
}

/** The labels of the menu are Chinese whatever the language. */
function menuLines(language: Language, { row, types }: SchoolReport): string[] {
  const labels = (types.length > 0 ? types : row.types).map(menuLabelOf);
  const typeLine = say(
    language,
    types.length > 0 ? "document.school.types" : "document.school.choose-types",
    {
      types: labels.join("、"),
    },
  );
  return [
    menuPath(row).join(" → "),
    say(language, "document.school.digital", { answer: digitalAnswer }),
    ...(row.special === null ? [] : [say(language, "document.school.special", { type: row.special })]),
    typeLine,
  ];
}

function factLines(language: Language, { facts, items }: ReportSubject): string[] {
  const { answers, known, submissions } = facts;
  const platforms = [...new Set(items.flatMap(({ item }) => item.fields.platform.value ?? []))];
  const knownAt = known ? typedTimeWords(language, known.body.known) : "";
  const social = submissions.filter(({ body }) => body.to === "social-report");
  return [
    say(language, "document.school.name"),
    named(language, say(language, "document.age-now"), say(language, `document.age.${answers.ageNow}`)),
    named(language, say(language, "document.age-then"), say(language, `document.age.${answers.ageAtEvent}`)),
    ...whatLines(language, facts),
    named(language, say(language, "document.known-at"), orMissing(language, knownAt)),
    named(language, say(language, "document.where"), orMissing(language, platforms.join("、"))),
    say(language, "document.school.material", { count: items.length }),
    ...social.map((entry) => submissionLine(language, entry)),
    say(language, "document.school.blanks"),
  ];
}

/** 事: which kind and when. What people wrote in their own words may hold a whole name and stays out. */
function whatLines(language: Language, { incidents }: CaseFacts): string[] {
  const told = incidents.map(({ body: { incident, happened } }) => {
    const kind = say(language, `document.incident.${incident}`);
    const time = happened.day === null ? "" : typedTimeWords(language, { ...happened, words: "" });
    return time === "" ? kind : withAside(language, kind, time);
  });
  const words = told.join(say(language, "report.list-comma"));
  return [
    named(language, say(language, "document.school.what"), orMissing(language, words)),
    ...(told.length === 0 ? [] : [say(language, "document.school.what-blank")]),
  ];
}

function pageLines(language: Language, { items }: ReportSubject): string[] {
  return items.map(({ item, tags }) => {
    const posted = item.fields.postedAt.value ?? "";
    const parts = [
      say(language, "report.item-number", { number: item.number }),
      item.address.url || headingOf(language, item),
      orMissing(language, posterOf(language, item)),
      orMissing(language, taipeiTimeOf(language, posted) ?? posted),
      say(language, "document.kept-at", { time: taipeiTime(language, item.finishedAt.utc) }),
      ...tagNames(language, tags),
    ];
    return `- ${parts.join("　")}`;
  });
}
