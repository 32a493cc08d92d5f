/** The first page of the report: what it is, for whom, how much, what is missing, what it can and cannot show. */
import { type Language, say } from "../words/say.ts";
import { posterOf } from "./item-words.ts";
import { limitSentences } from "./limit-sentences.ts";
import { type Markup, markup } from "./markup.ts";
import type { ReportSubject } from "./report-subject.ts";
import { documentTime, taipeiTime } from "./taipei-time.ts";

const shows = ["report.shows.page", "report.shows.unchanged", "report.shows.gaps"] as const;

export function reportCover(language: Language, subject: ReportSubject): Markup {
  return markup`<header>
<p class="mast">${say(language, "report.mast")}</p>
<h1>${say(language, "report.title")}</h1>
<p>${say(language, "report.case-line", { code: subject.caseCode })}　${say(language, "report.for-line", {
    recipient: say(language, `recipient.${subject.recipient}`),
  })}</p>
<p>${say(language, "report.sealed-line", { time: documentTime(language, subject.sealedAt.utc), utc: subject.sealedAt.utc })}</p>
</header>
${counts(language, subject)}
${facts(language, subject)}
<div class="two">
<section><h2>${say(language, "report.shows.title")}</h2><ul>${shows.map((key) => markup`<li>${say(language, key)}</li>`)}</ul></section>
<section><h2>${say(language, "report.limits.title")}</h2><ul>${limitSentences(language).map(
    (sentence) => markup`<li>${sentence}</li>`,
  )}</ul></section>
</div>
<p>${say(language, "report.decided-by-court")} ${say(language, "report.keep-secret")}</p>
`;
}

function counts(language: Language, { items }: ReportSubject): Markup {
  const posters = new Set(
    items.map(({ item }) => item.fields.posterId.value ?? posterOf(language, item)).filter(Boolean),
  );
  const frames = items.reduce((sum, { item }) => sum + (item.picture?.frames.length ?? 0), 0);
  return markup`<div class="big">
<div><b>${items.length}</b>${say(language, "report.count.items")}</div>
<div><b>${posters.size}</b>${say(language, "report.count.accounts")}</div>
<div><b>${frames}</b>${say(language, "report.count.frames")}</div>
</div>`;
}

function facts(language: Language, subject: ReportSubject): Markup {
  const rows: (readonly [string, string])[] = [
    [say(language, "report.fact.about"), say(language, `about.${subject.about}`)],
    [say(language, "report.fact.period"), period(language, subject)],
    [say(language, "report.fact.missing"), missing(language, subject)],
    [say(language, "report.fact.bag"), subject.bagName],
    [say(language, "report.fact.tool"), say(language, "report.tool", { version: subject.extensionVersion })],
  ];
  if (subject.notIncluded > 0) {
    rows.push([
      say(language, "report.fact.not-included"),
      say(language, "report.not-included", { count: subject.notIncluded }),
    ]);
  }
  const blanks = ["report.fact.name", "report.fact.phone"] as const;
  return markup`<table><tbody>
${rows.map(
  ([name, value]) => markup`<tr><th scope="row">${name}</th><td>${value}</td></tr>
`,
)}${blanks.map(
  (key) => markup`<tr><th scope="row">${say(language, key)}</th><td><span class="blank"></span></td></tr>
`,
)}</tbody></table>`;
}

function period(language: Language, { items }: ReportSubject): string {
  const times = items.map(({ item }) => item.finishedAt.utc).sort();
  const [first] = times;
  const last = times.at(-1);
  if (!first || !last) return say(language, "report.missing");
  if (first === last) return taipeiTime(language, first);
  return say(language, "report.from-to", {
    first: taipeiTime(language, first),
    last: taipeiTime(language, last),
  });
}

/** Says by number which items lack the time of posting: the fact most often asked for afterwards. */
function missing(language: Language, { items }: ReportSubject): string {
  const numbers = items
    .filter(({ item }) => item.fields.postedAt.value === null)
    .map(({ item }) => item.number);
  if (numbers.length === 0) return say(language, "report.missing-none");
  const list = numbers.join(say(language, "report.list-comma"));
  return say(language, "report.missing-posted", { count: numbers.length, list });
}
