/** The table of a bundle: one row for each item. No address of a picture stands in it. */
import { type Language, say, type WordKey } from "../words/say.ts";
import { fieldNames } from "../platforms/field.ts";
import { importedOf } from "../evidence/evidence-item.ts";
import { correctionWords, headingOf, named, noteSentence, verdictSentence } from "./item-words.ts";
import type { ReportedItem, ReportSubject } from "./report-subject.ts";
import { tagList } from "./tag-words.ts";
import { taipeiTime, taipeiTimeOf } from "./taipei-time.ts";

type Column = readonly [name: WordKey, value: (reported: ReportedItem, language: Language) => string];

const columns: readonly Column[] = [
  ["report.column.number", ({ item }) => String(item.number)],
  ["report.column.folder", ({ item, folder }) => `${importedOf(item) ? "imports" : "captures"}/${folder}`],
  ["field.pageUrl", ({ item }) => item.address.url],
  ["field.canonicalUrl", ({ item }) => item.address.canonicalUrl ?? ""],
  ["field.pageTitle", ({ item }, language) => headingOf(language, item)],
  ["field.platform", ({ item }) => item.fields.platform.value ?? ""],
  ["field.posterName", ({ item }) => item.fields.posterName.value ?? ""],
  ["field.posterHandle", ({ item }) => item.fields.posterHandle.value ?? ""],
  ["field.posterId", ({ item }) => item.fields.posterId.value ?? ""],
  ["field.posterProfileUrl", ({ item }) => item.fields.posterProfileUrl.value ?? ""],
  ["field.postedAt", ({ item }) => item.fields.postedAt.value ?? ""],
  [
    "report.column.posted-taipei",
    ({ item }, language) => taipeiTimeOf(language, item.fields.postedAt.value ?? "") ?? "",
  ],
  [
    "report.column.posted-state",
    ({ item }, language) => say(language, `state.${item.fields.postedAt.state}`),
  ],
  ["document.types", ({ tags }, language) => tagList(language, tags)],
  ["report.column.kept-taipei", ({ item }, language) => taipeiTime(language, item.finishedAt.utc)],
  ["report.column.kept-utc", ({ item }) => item.finishedAt.utc],
  ["report.column.verdict", ({ item }, language) => verdictSentence(language, item.verdict)],
  [
    "report.column.notes",
    ({ item }, language) => item.verdict.notes.map((note) => noteSentence(language, note)).join(" "),
  ],
  ["report.column.frames", ({ item }) => String(item.picture?.frames.length ?? 0)],
  ["document.corrected", ({ item }, language) => correctedList(language, item).join(" ")],
  ["key.title", ({ keyMessages }) => String(keyMessages.length)],
  ["report.column.sha256", ({ sha256 }) => sha256],
];

/** 「發文帳號：王（本人更正；原本讀到…）」 for every field that a person changed. */
function correctedList(language: Language, { fields }: ReportedItem["item"]): string[] {
  return fieldNames.flatMap((name) => {
    const field = fields[name];
    if (field?.state !== "typed" && field?.state !== "pointed") return [];
    const words = `${field.value ?? ""}　${correctionWords(language, field)}`;
    return [named(language, say(language, `field.${name}`), words)];
  });
}

/** The heads and then one row an item. */
export function indexTable(language: Language, { items }: ReportSubject): string[][] {
  const head = columns.map(([name]) => say(language, name));
  return [head, ...items.map((reported) => columns.map(([, value]) => value(reported, language)))];
}
