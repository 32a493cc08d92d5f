/** What a document keeps of the pages behind it: every page waits until its foot can say how many there are. */
import type { PDFDocument, PdfReference } from "pdfkit";

/** Most words of a report stand on every page; digests and addresses stand once. */
const pagesBetweenForgetting = 32;

/** From here on a page that was left is kept as few bytes, and not every word stays measured. */
export function freeWhatIsBehind(document: PDFDocument): void {
  let { content } = document.page;
  document.on("pageAdded", () => {
    joinPieces(content);
    ({ content } = document.page);
    if (document.bufferedPageRange().count % pagesBetweenForgetting === 0)
      document._font.layoutCache = Object.create(null);
  });
}

/** Operators come as thousands of pieces, each of which takes many times its length. */
function joinPieces(content: PdfReference): void {
  const whole = new Uint8Array(content.buffer.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of content.buffer) {
    whole.set(piece, at);
    at += piece.length;
  }
  content.buffer = [whole];
}
