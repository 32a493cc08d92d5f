/** A document that writes straight into its output: pdfkit alone makes a piece of every line, and all of them wait. */
import { type DocumentOptions, PDFDocument } from "pdfkit";
import type { PdfOutput } from "./pdf-output.ts";

interface WrittenOptions extends DocumentOptions {
  output: PdfOutput;
}

export class WrittenDocument extends PDFDocument {
  /** Set by pdfkit before it writes its first line. */
  declare options: WrittenOptions;

  constructor(options: WrittenOptions) {
    super(options);
  }

  override _write(data: string | Uint8Array): void {
    const { output } = this.options;
    if (typeof data === "string") output.addLine(data);
    else output.add(data);
    this._offset = output.length;
  }
}
