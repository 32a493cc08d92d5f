/** What people wrote down about the case, on a page of its own behind the cover, said to be theirs. */
import { type Language, say } from "../../words/say.ts";
import type { ReportSubject } from "../report-subject.ts";
import { writtenSections } from "../written-sections.ts";
import { inks, type PdfPaper } from "./pdf-paper.ts";

/** No page where there is nothing. */
export function pdfWritten(paper: PdfPaper, language: Language, subject: ReportSubject): void {
  const sections = writtenSections(language, subject);
  if (sections.length === 0) return;
  paper.newPage();
  paper.text("H1", say(language, "document.written"), { size: 14, isBold: true, after: 4 });
  paper.rule(1.1, inks.ink);
  paper.y += 6;
  paper.text("P", say(language, "document.written-by"), { size: 9, colour: inks.soft, after: 4 });
  for (const { title, lines } of sections) {
    paper.y += 8;
    paper.ensure(60);
    paper.text("H2", say(language, title), { size: 12, isBold: true, after: 3 });
    for (const line of lines) paper.text("LI", `• ${line}`, { size: 10, after: 3 });
  }
}
