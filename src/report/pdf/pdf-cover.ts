/** The first page of the report: what it is, for whom, how much, what is missing, what it can and cannot show. */
import { type Language, say } from "../../words/say.ts";
import { limitSentences } from "../limit-sentences.ts";
import type { ReportSubject } from "../report-subject.ts";
import { coverCounts, coverFacts } from "../cover-facts.ts";
import { documentTime } from "../taipei-time.ts";
import { columnWidth, inks, type PdfPaper, sheet } from "./pdf-paper.ts";
import { factTable } from "./pdf-table.ts";

const shows = ["report.shows.page", "report.shows.unchanged", "report.shows.gaps"] as const;

export function pdfCover(paper: PdfPaper, language: Language, subject: ReportSubject): void {
  mast(paper, say(language, "report.mast"));
  paper.text("H1", say(language, "report.title"), { size: 21, isBold: true, after: 2 });
  const recipient = say(language, `recipient.${subject.recipient}`);
  const forWhom = say(language, "report.for-line", { recipient });
  paper.text("P", `${say(language, "report.case-line", { code: subject.caseCode })}　${forWhom}`, {
    size: 10.5,
  });
  const { utc } = subject.sealedAt;
  paper.text("P", say(language, "report.sealed-line", { time: documentTime(language, utc), utc }), {
    size: 10.5,
    after: 12,
  });
  counts(paper, coverCounts(language, subject));
  factTable(paper, coverFacts(language, subject));
  blanks(paper, language);
  twoLists(paper, language);
  const last = `${say(language, "report.decided-by-court")} ${say(language, "report.keep-secret")}`;
  paper.text("P", last, { size: 10.5 });
}

/** The leaf of the icon and what this is. */
export function mast(paper: PdfPaper, text: string): void {
  const { drawing } = paper;
  paper.artifact(() => {
    drawing.save().translate(sheet.left, paper.y).scale(0.62);
    drawing.path("M29 2v11c0 8.3-5.7 14-14 14H6V15.5C6 7.7 11.7 2 19.5 2z").fill(inks.leaf);
    drawing.lineWidth(2.4).strokeColor(inks.leaf).moveTo(7, 26).lineTo(3, 30).stroke();
    drawing.lineWidth(2).strokeColor("#ffffff");
    drawing.moveTo(12, 9).lineTo(23, 9).moveTo(12, 15).lineTo(23, 15).moveTo(12, 21).lineTo(18, 21).stroke();
    drawing.restore();
  });
  paper.y += 3;
  paper.text("P", text, { x: sheet.left + 27, width: columnWidth - 27, size: 10.5, after: 26 });
}

export interface CoverCount {
  number: string;
  what: string;
}

function counts(paper: PdfPaper, list: readonly CoverCount[]): void {
  paper.rule(1.1, inks.ink);
  const top = paper.y + 8;
  const width = columnWidth / list.length;
  for (const [index, { number, what }] of list.entries()) {
    const x = sheet.left + index * width + (index === 0 ? 0 : 10);
    paper.y = top;
    paper.tagged("P", () => {
      paper.y = paper.set(number, { x, width: width - 12, size: 17, isBold: true });
      paper.set(what, { x, width: width - 12, size: 9.5 });
    });
  }
  paper.y = top + 46;
  paper.rule(1.1, inks.ink);
  paper.y += 12;
}

/** Names and numbers of people are never asked for: they are written by hand, if at all. */
function blanks(paper: PdfPaper, language: Language): void {
  for (const key of ["report.fact.name", "report.fact.phone"] as const) {
    paper.ensure(30);
    paper.y += 4;
    paper.tagged("P", () => void paper.set(say(language, key), { size: 9.5, colour: inks.soft }));
    paper.y += 20;
    paper.rule(0.8, inks.ink, { x: sheet.left + 104, width: columnWidth - 104 });
  }
  paper.y += 16;
}

function twoLists(paper: PdfPaper, language: Language): void {
  const width = (columnWidth - 24) / 2;
  paper.ensure(150);
  const top = paper.y;
  const lists = [
    {
      x: sheet.left,
      title: say(language, "report.shows.title"),
      lines: shows.map((key) => say(language, key)),
    },
    {
      x: sheet.left + width + 24,
      title: say(language, "report.limits.title"),
      lines: limitSentences(language),
    },
  ];
  const ends = lists.map(({ x, title, lines }) => {
    paper.y = top;
    paper.text("H2", title, { x, width, size: 12.5, isBold: true, after: 3 });
    paper.rule(1, inks.ink, { x, width });
    paper.y += 6;
    for (const line of lines) paper.text("LI", `• ${line}`, { x, width, size: 10, after: 2 });
    return paper.y;
  });
  paper.y = Math.max(...ends) + 12;
}
