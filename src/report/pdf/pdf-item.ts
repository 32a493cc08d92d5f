/** The pages of one item: its facts with their sources, what was not captured, its picture, its files. */
import { type Language, say } from "../../words/say.ts";
import { factRows, toolRows } from "../fact-row.ts";
import { headingOf, itemPurpose, noteSentence, verdictSentence } from "../item-words.ts";
import { importedOf } from "../../evidence/evidence-item.ts";
import { keyHeads, keyRow } from "../key-messages.ts";
import type { ReportedItem } from "../report-subject.ts";
import { tagRows } from "../tag-words.ts";
import { pdfImported } from "./pdf-imported.ts";
import { columnWidth, inks, type PdfPaper, sheet } from "./pdf-paper.ts";
import { pdfPicture } from "./pdf-picture.ts";
import type { OpenedImages } from "./placed-picture.ts";
import { factTable, listTable, type PaperRow } from "./pdf-table.ts";

const verdictWidth = 120;

export interface DrawnItem {
  reported: ReportedItem;
  images: OpenedImages;
}

export function pdfItem(paper: PdfPaper, language: Language, { reported, images }: DrawnItem): void {
  paper.newPage();
  heading(paper, language, reported);
  factTable(paper, itemRows(language, reported));
  pdfKeyMessages(paper, language, reported);
  if (importedOf(reported.item)) pdfImported(paper, language, { reported, images });
  else pdfPicture(paper, language, { reported, images });
  paper.y += 8;
  fileTable(paper, language, reported);
}

const keyColumns = [70, 92, 78, 211] as const;

/** 關鍵對話: chosen by the person, so it says so, and where the whole conversation stands. */
function pdfKeyMessages(paper: PdfPaper, language: Language, { item, keyMessages }: ReportedItem): void {
  if (keyMessages.length === 0) return;
  paper.y += 10;
  paper.text("H2", say(language, "key.title"), { size: 12, isBold: true, after: 2 });
  paper.text("P", say(language, "key.chosen-by"), { size: 9, colour: inks.soft, after: 3 });
  const [, ...heads] = keyHeads(language);
  const columns = heads.map((head, index) => ({ head, width: keyColumns[index] ?? 80, size: 8.5 }));
  const rows = keyMessages.map((key) => keyRow(language, item.number, key).slice(1));
  listTable(paper, columns, rows);
}

function heading(paper: PdfPaper, language: Language, { item }: ReportedItem): void {
  const title = say(language, "report.item-title", { number: item.number, title: headingOf(language, item) });
  const form = { size: 14, isBold: true, width: columnWidth - verdictWidth - 8 };
  const top = paper.y;
  let end = top;
  paper.tagged("H1", () => {
    end = paper.set(shortTitle(title), form);
  });
  paper.y = top + 4;
  const verdict = verdictSentence(language, item.verdict);
  const width = Math.min(verdictWidth, paper.widthOf(verdict, 10) + 1);
  const x = sheet.left + columnWidth - width;
  paper.tagged("P", () => {
    end = Math.max(end, paper.set(verdict, { x, width }));
  });
  paper.y = end + 4;
  paper.rule(1.1, inks.ink);
}

/** A page may call itself anything; the whole title stands in the table. */
function shortTitle(title: string): string {
  const characters = Array.from(title.replaceAll("\n", " "));
  return characters.length > 90 ? `${characters.slice(0, 90).join("")}…` : characters.join("");
}

function itemRows(language: Language, reported: ReportedItem): PaperRow[] {
  const { item, tags } = reported;
  const { notes } = item.verdict;
  const notCaptured = notes.map((note) => noteSentence(language, note)).join("\n");
  const rows = [...factRows(language, item), ...tagRows(language, tags), ...toolRows(language, item)];
  return [
    ...rows.map(({ name, value, source }) => ({ name, value, aside: source })),
    { name: say(language, "document.purpose"), value: itemPurpose(language, item) },
    ...(importedOf(item)
      ? []
      : [
          {
            name: say(language, "report.not-captured"),
            value: notCaptured || say(language, "report.nothing-noted"),
          },
        ]),
  ];
}

const columns = [
  { head: "report.file", width: 86 },
  { head: "report.file-kind", width: 78 },
  { head: "report.file-size", width: 42 },
  { head: "report.fingerprint", width: 240, size: 6.5 },
] as const;

function fileTable(
  paper: PdfPaper,
  language: Language,
  { item, folder, sha256, leftOut }: ReportedItem,
): void {
  const imported = importedOf(item);
  const where = imported ? (`import.files-of.${imported.kind}` as const) : "document.files-of";
  paper.text("P", say(language, where, { folder }), { size: 8.5, colour: inks.soft, after: 2 });
  const files = item.files.map(({ name, kind, sizeBytes, sha256: digest }) => {
    const absent = leftOut.includes(kind) ? say(language, "report.file-left-out") : "";
    return [name, say(language, `file.${kind}`) + absent, String(sizeBytes), digest];
  });
  const capture = ["capture.json", say(language, "report.capture-file"), "", sha256];
  listTable(
    paper,
    columns.map((column) => ({ ...column, head: say(language, column.head) })),
    [capture, ...files],
  );
}
