/** The part of pdfkit that is used here. Its own types pull in those of Node, which the core must not know. */
declare module "pdfkit" {
  import type { PlatformDate } from "../../base/clock.ts";

  export interface TextOptions {
    width?: number;
    height?: number;
    lineGap?: number;
    characterSpacing?: number;
    lineBreak?: boolean;
    align?: "left" | "right" | "center";
    fill?: boolean;
    stroke?: boolean;
  }

  export interface StructureOptions {
    alt?: string;
    lang?: string;
    scope?: "Row" | "Column";
  }

  export interface StructureElement {
    add(child: StructureElement | (() => void)): StructureElement;
    end(): void;
  }

  export interface OpenedImage {
    width: number;
    height: number;
  }

  /** An object of the file under way; a text among its data is a name. */
  export interface PdfReference {
    data: Record<string, unknown>;
    /** Whether what is written is packed. */
    compress: boolean;
    /** What was written and is not packed yet. */
    buffer: Uint8Array[];
    write(piece: string | Uint8Array): void;
    end(): void;
  }

  export interface PdfPage {
    margins: { top: number; bottom: number };
    content: PdfReference;
    end(): void;
  }

  export interface DocumentOptions {
    size: "A4";
    margins: { top: number; bottom: number; left: number; right: number };
    pdfVersion: "1.7";
    tagged: boolean;
    lang: string;
    displayTitle: boolean;
    bufferPages: boolean;
    autoFirstPage: boolean;
    info: { Title: string; Producer: string; Creator: string; CreationDate: PlatformDate };
    font: Uint8Array;
  }

  export class PDFDocument {
    constructor(options: DocumentOptions);
    x: number;
    y: number;
    /** Bytes of the file so far: where the next object begins. */
    _offset: number;
    /** Pages that were not written yet. */
    _pageBuffer: PdfPage[];
    page: PdfPage;
    /** The font in use: `font` is fontkit's; `layoutCache` holds every word that was measured. */
    _font: {
      font: { hasGlyphForCodePoint(codePoint: number): boolean };
      layoutCache: Record<string, unknown>;
    };
    /** A text is a line: a line end is put behind it. */
    _write(data: string | Uint8Array): void;
    /** Of every object, when it is written. */
    _refEnd(object: PdfReference): void;
    on(event: "pageAdded", listener: () => void): this;
    addPage(): this;
    fontSize(size: number): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    widthOfString(text: string, options?: TextOptions): number;
    fillColor(colour: string): this;
    strokeColor(colour: string): this;
    lineWidth(width: number): this;
    dash(length: number, options?: { space: number }): this;
    undash(): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    path(path: string): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    stroke(): this;
    fill(colour?: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    clip(): this;
    save(): this;
    restore(): this;
    ref(data: Record<string, unknown>): PdfReference;
    openImage(source: Uint8Array): OpenedImage;
    image(source: OpenedImage, x: number, y: number, options: { width: number; height: number }): this;
    struct(type: string, options?: StructureOptions, children?: (() => void)[]): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: "Artifact", options?: { type: "Pagination" | "Layout" }): this;
    endMarkedContent(): this;
    endPageMarkings(page: PdfPage): void;
    bufferedPageRange(): { start: number; count: number };
    switchToPage(index: number): this;
    end(): void;
  }
}
