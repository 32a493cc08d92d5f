/** `paste-police.txt`: the case at a glance, the accounts, and every kept page with its digest. */
import { type Language, say } from "../words/say.ts";
import { factRows } from "./fact-row.ts";
import {
  headingOf,
  named,
  noteSentence,
  orMissing,
  posterOf,
  statedValue,
  verdictSentence,
} from "./item-words.ts";
import { limitSentences } from "./limit-sentences.ts";
import { keyRows } from "./key-messages.ts";
import type { ReportedItem, ReportSubject } from "./report-subject.ts";
import { tagRows } from "./tag-words.ts";
import { documentTime } from "./taipei-time.ts";
import { windowsText } from "./windows-text.ts";
import { answerRows, writtenSections } from "./written-sections.ts";

export function pastePolice(language: Language, subject: ReportSubject): string {
  return windowsText([
    say(language, "report.police.title"),
    say(language, "report.by-public-guidance"),
    say(language, "report.case-line", { code: subject.caseCode }),
    say(language, "report.sealed-line", {
      time: documentTime(language, subject.sealedAt.utc),
      utc: subject.sealedAt.utc,
    }),
    say(language, "report.count-line", { count: subject.items.length }),
    ...answerRows(language, subject).map(({ name, value }) => named(language, name, value)),
    "",
    say(language, "report.police.accounts"),
    ...accountLines(language, subject.items),
    "",
    ...sectionLines(language, subject),
    ...keyLines(language, subject),
    say(language, "report.police.pages"),
    ...(subject.items.length === 0 ? [say(language, "document.none"), ""] : []),
    ...subject.items.flatMap((reported) => [...pageLines(language, reported), ""]),
    say(language, "report.limits.title"),
    ...limitSentences(language).map((sentence) => `- ${sentence}`),
    say(language, "report.decided-by-court"),
  ]);
}

function sectionLines(language: Language, subject: ReportSubject): string[] {
  return writtenSections(language, subject).flatMap(({ title, lines }) => [
    say(language, title),
    ...lines.map((line) => `- ${line}`),
    "",
  ]);
}

/** 關鍵對話, in the order of the items; nothing where nobody marked any. */
function keyLines(language: Language, subject: ReportSubject): string[] {
  const rows = keyRows(language, subject);
  if (rows.length === 0) return [];
  const lines = rows.map(([number, place, time, sender, words]) => {
    const head = [say(language, "report.item-number", { number }), place, time, sender].join("　");
    return named(language, `- ${head}`, words);
  });
  return [say(language, "key.title"), say(language, "key.chosen-by"), ...lines, ""];
}

/** Accounts with the items each stands in; one that was not found has no line. */
export function accountLines(language: Language, items: readonly ReportedItem[]): string[] {
  const numbers = new Map<string, number[]>();
  for (const { item } of items) {
    const poster = posterOf(language, item);
    if (poster === "" && item.fields.posterId.value === null) continue;
    const values = {
      poster: orMissing(language, poster),
      id: orMissing(language, statedValue(language, item.fields.posterId)),
    };
    const account = say(language, "report.police.account", values);
    numbers.set(account, [...(numbers.get(account) ?? []), item.number]);
  }
  if (numbers.size === 0) return [say(language, "report.police.no-account")];
  return Array.from(
    numbers,
    ([account, list]) => `- ${account}${say(language, "report.police.in-items", { list: list.join("、") })}`,
  );
}

function pageLines(language: Language, { item, folder, sha256, tags }: ReportedItem): string[] {
  const facts = [...factRows(language, item), ...tagRows(language, tags)].map(({ name, value, source }) =>
    named(language, name, source ? `${value}　[${source}]` : value),
  );
  const notes = item.verdict.notes.map((note) => noteSentence(language, note)).join(" ");
  return [
    say(language, "report.item-title", { number: item.number, title: headingOf(language, item) }),
    ...facts,
    named(
      language,
      say(language, "report.picture"),
      `${verdictSentence(language, item.verdict)}　${notes}`.trimEnd(),
    ),
    named(language, say(language, "report.fingerprint"), `captures/${folder}/capture.json ${sha256}`),
  ];
}
