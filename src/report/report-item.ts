/** The section of one item: its facts with their sources, what was not captured, its picture, its files. */
import { type Language, say } from "../words/say.ts";
import { factRows, toolRows } from "./fact-row.ts";
import { noteSentence, titleOf, verdictSentence } from "./item-words.ts";
import { type Markup, markup } from "./markup.ts";
import { frameClass, reportPicture } from "./report-picture.ts";
import type { ReportedItem } from "./report-subject.ts";

export function reportItem(language: Language, reported: ReportedItem): Markup {
  const { item } = reported;
  const title = say(language, "report.item-title", { number: item.number, title: titleOf(item) });
  return markup`<section class="item" id="${reported.folder}">
<h2><span>${title}</span> <span class="verdict">${verdictSentence(language, item.verdict)}</span></h2>
<table><tbody>
${[...factRows(language, item), ...toolRows(language, item)].map(
  ({ name, value, source }) =>
    markup`<tr><th scope="row">${name}</th><td>${value}${source ? markup`　<span class="soft">${source}</span>` : null}</td></tr>
`,
)}<tr><th scope="row">${say(language, "report.not-captured")}</th><td>${notCaptured(language, reported)}</td></tr>
</tbody></table>
${reportPicture(language, reported)}
${fileTable(language, reported)}
</section>
`;
}

function notCaptured(language: Language, { item }: ReportedItem): Markup {
  const { notes } = item.verdict;
  if (notes.length === 0) return markup`${say(language, "report.nothing-noted")}`;
  return markup`<ul>${notes.map((note) => markup`<li>${noteSentence(language, note)}</li>`)}</ul>`;
}

function fileTable(language: Language, { item, folder, sha256, leftOut }: ReportedItem): Markup {
  const head = ["report.file", "report.file-kind", "report.file-size", "report.fingerprint"] as const;
  const rows = item.files.map(({ name, kind, sizeBytes, sha256: digest }) => {
    const absent = leftOut.includes(kind) ? say(language, "report.file-left-out") : "";
    return [name, say(language, `file.${kind}`) + absent, String(sizeBytes), digest];
  });
  const all = [["capture.json", say(language, "report.capture-file"), "", sha256], ...rows];
  return markup`<table class="files"><caption>captures/${folder}</caption>
<thead><tr>${head.map((key) => markup`<th scope="col">${say(language, key)}</th>`)}</tr></thead>
<tbody>${all.map(
    ([name = "", kind = "", size = "", digest = ""]) =>
      markup`<tr><td class="mono">${name}</td><td>${kind}</td><td>${size}</td><td class="mono hash">${digest}</td></tr>
`,
  )}</tbody></table>`;
}

/** One style rule for each frame that is placed in the report. Base64 has no character that CSS could mistake. */
export function frameRules({ folder, frames }: ReportedItem): string {
  return Array.from(
    frames,
    ([sequence, base64]) =>
      `.${frameClass(folder, sequence)}{background-image:url("data:image/png;base64,${base64}")}\n`,
  ).join("");
}
