/** `evidence-report.pdf`: the report a person opens first; one file, readable and printable without anything else. */
import type { OpenedImage } from "pdfkit";
import { type Language, say } from "../../words/say.ts";
import type { ReportedItem, ReportSubject } from "../report-subject.ts";
import { pdfCover } from "./pdf-cover.ts";
import { pdfItem } from "./pdf-item.ts";
import { inks, PdfPaper } from "./pdf-paper.ts";
import { pdfWritten } from "./pdf-written.ts";
import type { OpenedImages } from "./placed-picture.ts";

/** The same subject and font give the same bytes on the same engine. */
export async function evidencePdf(
  language: Language,
  subject: ReportSubject,
  font: Uint8Array,
): Promise<Blob> {
  const { caseCode, sealedAt, items, extensionVersion } = subject;
  const title = say(language, "report.page-title", { code: caseCode });
  const paper = new PdfPaper({ font, title, language, at: sealedAt });
  pdfCover(paper, language, subject);
  pdfWritten(paper, language, subject);
  for (const reported of items) {
    pdfItem(paper, language, { reported, images: await openedImages(paper, reported) });
  }
  namedCharacters(paper, language);
  const foot = `${title}　${say(language, "report.tool", { version: extensionVersion })}`;
  return await paper.finish(foot, (number, of) => say(language, "document.page-of", { number, of }));
}

/** Each file is put into the document once, however many strips show a part of it. */
async function openedImages(paper: PdfPaper, { pictures }: ReportedItem): Promise<OpenedImages> {
  const images = new Map<string, OpenedImage>();
  for (const [name, file] of pictures ?? []) images.set(name, await paper.picture(file));
  return images;
}

/** What the font lacks is named where it stood and listed here, so that nobody takes a code for the page's words. */
function namedCharacters(paper: PdfPaper, language: Language): void {
  const { namedCharacters: codes } = paper;
  if (codes.length === 0) return;
  paper.y += 12;
  const shown = codes.slice(0, 400).join(" ");
  paper.text("H2", say(language, "document.characters"), { size: 11, isBold: true, after: 3 });
  paper.text("P", say(language, "document.characters-why"), { size: 9, colour: inks.soft, after: 3 });
  paper.text("P", shown, { size: 9 });
}
