/** Counts and facts of a whole bundle, as its first page tells them. */
import { verdictKinds } from "../capture/verdict.ts";
import { importedOf, pictureOf } from "../evidence/evidence-item.ts";
import { toldEvents } from "../cases/timeline.ts";
import { type Language, say } from "../words/say.ts";
import { posterOf } from "./item-words.ts";
import { mediaAddressesOf } from "./media-list.ts";
import type { ReportSubject } from "./report-subject.ts";
import { taipeiTime } from "./taipei-time.ts";

export function coverCounts(language: Language, subject: ReportSubject): { number: string; what: string }[] {
  const { items } = subject;
  const posters = new Set(
    items.map(({ item }) => item.fields.posterId.value ?? posterOf(language, item)).filter(Boolean),
  );
  const frames = items.reduce((sum, { item }) => sum + (pictureOf(item)?.frames.length ?? 0), 0);
  const addresses = new Set(items.flatMap(({ media }) => mediaAddressesOf(media)));
  const imports = items.filter(({ item }) => importedOf(item)).length;
  const counts = [
    { number: String(items.length - imports), what: say(language, "report.count.items") },
    ...(imports > 0 ? [{ number: String(imports), what: say(language, "import.count") }] : []),
    { number: String(posters.size), what: say(language, "report.count.accounts") },
    { number: String(frames), what: say(language, "report.count.frames") },
  ];
  if (addresses.size > 0)
    counts.push({ number: String(addresses.size), what: say(language, "report.count.media") });
  return [...counts, ...writtenCounts(language, subject)];
}

/** Of what was written down instead of kept. */
function writtenCounts(
  language: Language,
  { facts, hasFacts, noted }: ReportSubject,
): { number: string; what: string }[] {
  const told = hasFacts ? toldEvents(facts).length : 0;
  return [
    ...(told > 0 ? [{ number: String(told), what: say(language, "document.count.written") }] : []),
    ...(noted.length > 0
      ? [{ number: String(noted.length), what: say(language, "document.count.noted") }]
      : []),
  ];
}

export function coverFacts(language: Language, subject: ReportSubject): { name: string; value: string }[] {
  const ofItems = [
    { name: say(language, "report.fact.period"), value: period(language, subject) },
    { name: say(language, "report.picture"), value: verdicts(language, subject) },
    { name: say(language, "report.fact.missing"), value: missing(language, subject) },
  ];
  const rows = [
    ...(subject.items.length > 0 ? ofItems : []),
    { name: say(language, "document.role"), value: roleOf(language, subject) },
    { name: say(language, "report.fact.about"), value: say(language, `about.${subject.about}`) },
    { name: say(language, "report.fact.bag"), value: subject.bagName },
    {
      name: say(language, "report.fact.tool"),
      value: say(language, "report.tool", { version: subject.extensionVersion }),
    },
  ];
  if (subject.notIncluded > 0) {
    const value = say(language, "report.not-included", { count: subject.notIncluded });
    rows.push({ name: say(language, "report.fact.not-included"), value });
  }
  return rows;
}

function roleOf(language: Language, { facts: { answers } }: ReportSubject): string {
  return say(language, `document.operator.${answers.operator}`);
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

/** 「10 筆完整，1 筆有註記」: how many items were kept how far. */
function verdicts(language: Language, { items }: ReportSubject): string {
  const said = verdictKinds.flatMap((kind) => {
    const count = items.filter(({ item }) => item.verdict.kind === kind && !importedOf(item)).length;
    return count === 0
      ? []
      : [say(language, "document.verdict-count", { count, verdict: say(language, `verdict.${kind}`) })];
  });
  return said.join(say(language, "report.list-comma")) || say(language, "report.missing");
}

/** Says by number which items lack the time of posting: the fact most often asked for afterwards. */
function missing(language: Language, { items }: ReportSubject): string {
  const numbers = items
    .filter(({ item }) => item.fields.postedAt.value === null && !importedOf(item))
    .map(({ item }) => item.number);
  if (numbers.length === 0) return say(language, "report.missing-none");
  const list = numbers.join(say(language, "report.list-comma"));
  return say(language, "report.missing-posted", { count: numbers.length, list });
}
