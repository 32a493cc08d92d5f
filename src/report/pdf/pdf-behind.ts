/** What a document keeps of its pages: each waits, as one run of bytes, until its foot can say how many there are. */
import type { PDFDocument, PdfReference } from "pdfkit";
import { deflated } from "../../base/deflated.ts";

/** Most words of a report stand on every page; digests and addresses stand once. */
const pagesBetweenForgetting = 32;
const firstBlockBytes = 64 * 1024;

export class PagesBehind {
  readonly #document: PDFDocument;
  /** Of the page under way; every page is written into the same one. */
  #block = new Uint8Array(firstBlockBytes);
  #used = 0;
  #leave: () => void = () => undefined;

  constructor(document: PDFDocument) {
    this.#document = document;
    this.#enter();
    document.on("pageAdded", () => {
      this.#leave();
      this.#enter();
      if (document.bufferedPageRange().count % pagesBetweenForgetting === 0)
        document._font.layoutCache = Object.create(null);
    });
  }

  /** Gives every page its foot, packs it and writes it, so that none is kept longer. */
  async finish(foot: (number: number, of: number) => void): Promise<void> {
    this.#leave();
    const document = this.#document;
    const { count } = document.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      document.switchToPage(index);
      foot(index + 1, count);
      document.endPageMarkings(document.page);
      await pack(document.page.content);
      document.page.end();
    }
    document._pageBuffer = [];
  }

  /** Operators come as thousands of pieces, each of which takes many times its length. */
  #enter(): void {
    const { content } = this.#document.page;
    const { write } = content;
    this.#used = 0;
    for (const piece of content.buffer) this.#add(piece);
    content.write = (piece) => this.#add(typeof piece === "string" ? `${piece}\n` : piece);
    this.#leave = () => {
      content.buffer = [this.#block.slice(0, this.#used)];
      content.write = write;
    };
  }

  #add(piece: string | Uint8Array): void {
    if (this.#used + piece.length > this.#block.length) this.#grow(piece.length);
    if (typeof piece === "string") {
      for (let index = 0; index < piece.length; index += 1)
        this.#block[this.#used + index] = piece.charCodeAt(index);
    } else this.#block.set(piece, this.#used);
    this.#used += piece.length;
  }

  #grow(more: number): void {
    const larger = new Uint8Array(2 * (this.#block.length + more));
    larger.set(this.#block);
    this.#block = larger;
  }
}

/** pdfkit would take new tables for each page. */
async function pack(content: PdfReference): Promise<void> {
  content.buffer = [await deflated(joined(content.buffer))];
  content.compress = false;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
