/** A document that writes straight into its output: pdfkit alone makes a piece of every line, and all of them wait. */
import { type DocumentOptions, PDFDocument, type PdfReference } from "pdfkit";
import type { PdfOutput } from "./pdf-output.ts";

interface WrittenOptions extends DocumentOptions {
  output: PdfOutput;
}

const writtenElement: PdfReference["data"] = { P: true };
const nothing: PdfReference["buffer"] = [];

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

  /**
   * The tree of parents names every structure element (which has `S`) until the end. What it says is in the file by then, and
   * pdfkit asks only whether it has a parent.
   */
  override _refEnd(object: PdfReference): void {
    super._refEnd(object);
    if (object.data["S"] === undefined) return;
    object.data = writtenElement;
    object.buffer = nothing;
  }
}
