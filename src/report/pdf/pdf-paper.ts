/** A4 paper in black on white: text set from top to bottom, tagged for readers, with a foot on every page. */
import type { OpenedImage, PDFDocument, StructureElement, StructureOptions, TextOptions } from "pdfkit";
import { dateOf, type Moment } from "../../base/clock.ts";
import { readBlob, release } from "../../base/read-blob.ts";
import { LegibleText } from "./legible-text.ts";
import { PagesBehind } from "./pdf-behind.ts";
import { PdfOutput } from "./pdf-output.ts";
import { dataIn, PlainPicture, pictureOnPaper } from "./plain-picture.ts";
import { WrittenDocument } from "./written-document.ts";

/** Points, 1/72 inch: ISO 216 A4 with the margins of the design. */
export const sheet = { width: 595.28, height: 841.89, left: 68, right: 57, top: 58, bottom: 62 } as const;
export const columnWidth = sheet.width - sheet.left - sheet.right;
const lowest = sheet.height - sheet.bottom;

export const inks = { ink: "#111613", soft: "#38423d", line: "#b9c0ba", leaf: "#1e5a45" } as const;

export interface PaperSetup {
  /** A whole TrueType font; only the characters used are put into the file. */
  font: Uint8Array;
  title: string;
  language: "zh-TW" | "en";
  at: Moment;
}

export interface TextForm {
  size?: number;
  isBold?: boolean;
  colour?: string;
  x?: number;
  width?: number;
  /** Space between lines as a part of the size. */
  leading?: number;
  /** Never goes on in a second line, however narrow its place. */
  isOneLine?: boolean;
}

/** Points from the left edge of the paper, and their number. */
interface Span {
  x: number;
  width: number;
}

const wholeColumn: Span = { x: sheet.left, width: columnWidth };

export class PdfPaper {
  readonly #document: PDFDocument;
  readonly #pages: PagesBehind;
  readonly #legible: LegibleText;
  readonly #root: StructureElement;
  readonly #output = new PdfOutput();
  #pictures = 0;
  /** Points from the top of the page: where the next thing stands. */
  y: number = sheet.top;

  constructor({ font, title, language, at }: PaperSetup) {
    this.#document = new WrittenDocument({
      output: this.#output,
      size: "A4",
      margins: { top: sheet.top, bottom: sheet.bottom, left: sheet.left, right: sheet.right },
      pdfVersion: "1.7",
      tagged: true,
      lang: language,
      displayTitle: true,
      bufferPages: true,
      autoFirstPage: true,
      info: { Title: title, Producer: "Keepleaf", Creator: "Keepleaf", CreationDate: dateOf(at) },
      font,
    });
    this.#pages = new PagesBehind(this.#document);
    const { font: glyphs } = this.#document._font;
    this.#legible = new LegibleText((codePoint) => glyphs.hasGlyphForCodePoint(codePoint));
    this.#root = this.#document.struct("Document");
    this.#document.addStructure(this.#root);
  }

  get drawing(): PDFDocument {
    return this.#document;
  }

  /** Codes of the characters that the font lacks, so far. */
  get namedCharacters(): string[] {
    return this.#legible.named;
  }

  newPage(): void {
    this.#document.addPage();
    this.y = sheet.top;
  }

  /** Starts a new page unless so many points are left on this one. */
  ensure(height: number): void {
    if (this.y + height > lowest) this.newPage();
  }

  /** Ready to be drawn, any number of times: it is in the file once, as a part of the Blob it lies in. */
  async picture(file: Blob): Promise<OpenedImage> {
    this.#pictures += 1;
    const label = `K${this.#pictures}`;
    const bytes = await readBlob(file);
    const placed = pictureOnPaper(bytes);
    if (placed === null) return this.#document.openImage(bytes);
    const data = dataIn(file, placed);
    release(bytes);
    return new PlainPicture(placed.form, { label, data, output: this.#output });
  }

  get room(): number {
    return lowest - this.y;
  }

  heightOf(text: string, form: TextForm = {}): number {
    this.#document.fontSize(form.size ?? 10);
    return this.#document.heightOfString(this.#legible.of(text), optionsOf(form));
  }

  /** Of one line, as it will be shown. */
  widthOf(text: string, size: number): number {
    return this.#document.fontSize(size).widthOfString(this.#legible.of(text));
  }

  /** Draws inside a structure element of its own. */
  tagged(type: string, draw: () => void, options: StructureOptions = {}): void {
    this.#root.add(this.#document.struct(type, options, [draw]));
  }

  /** An element that others are put into; it must be ended. */
  open(type: string): StructureElement {
    const element = this.#document.struct(type);
    this.#root.add(element);
    return element;
  }

  element(type: string, draw: () => void, options: StructureOptions = {}): StructureElement {
    return this.#document.struct(type, options, [draw]);
  }

  /** What says nothing to a reader who listens: lines and frames. */
  artifact(draw: () => void): void {
    this.#document.markContent("Artifact", { type: "Layout" });
    draw();
    this.#document.endMarkedContent();
  }

  /** Sets text at `y` and gives where it ended; a text longer than the page goes on on the next. */
  set(text: string, form: TextForm = {}): number {
    const { size = 10, isBold = false, colour = inks.ink, x = sheet.left } = form;
    const document = this.#document;
    document.fontSize(size).fillColor(colour);
    // The font ships in one weight: bold is its outline drawn a little thicker, the text stays one text.
    if (isBold) document.lineWidth(size * 0.032).strokeColor(colour);
    document.text(this.#legible.of(text), x, this.y, {
      ...optionsOf(form),
      ...(isBold && { fill: true, stroke: true }),
    });
    return document.y;
  }

  text(
    type: "P" | "H1" | "H2" | "LI" | "Caption",
    text: string,
    form: TextForm & { after?: number } = {},
  ): void {
    this.ensure(Math.min(this.heightOf(text, form), lowest - sheet.top));
    let end = this.y;
    this.tagged(type, () => {
      end = this.set(text, form);
    });
    this.y = end + (form.after ?? 0);
  }

  rule(weight: number = 0.6, colour: string = inks.line, span: Span = wholeColumn): void {
    this.artifact(() => {
      this.#document.lineWidth(weight).strokeColor(colour);
      this.#document
        .moveTo(span.x, this.y)
        .lineTo(span.x + span.width, this.y)
        .stroke();
    });
  }

  /** Ends the document. `foot` says what stands left at the foot of every page, `page` how a page is counted. */
  async finish(foot: string, page: (number: number, of: number) => string): Promise<Blob> {
    this.#root.end();
    const document = this.#document;
    await this.#pages.finish((number, of) => {
      document.page.margins.bottom = 0;
      document.markContent("Artifact", { type: "Pagination" });
      this.#foot(foot, page(number, of));
      document.endMarkedContent();
    });
    document.end();
    return this.#output.whole();
  }

  #foot(left: string, right: string): void {
    const document = this.#document;
    const y = lowest + 14;
    document.lineWidth(0.5).strokeColor(inks.soft);
    document
      .moveTo(sheet.left, y)
      .lineTo(sheet.width - sheet.right, y)
      .stroke();
    document.fontSize(8.5).fillColor(inks.soft);
    document.text(this.#legible.of(left), sheet.left, y + 5, { lineBreak: false });
    const shown = this.#legible.of(right);
    const x = sheet.width - sheet.right - document.widthOfString(shown);
    document.text(shown, x, y + 5, { lineBreak: false });
  }
}

function optionsOf({
  size = 10,
  width = columnWidth,
  leading = 0.18,
  isOneLine = false,
}: TextForm): TextOptions {
  return isOneLine ? { lineBreak: false } : { width, lineGap: size * leading };
}
