/**
 * What a document writes, gathered into a Blob while it is being written. Pictures are put in as the Blobs they lie in:
 * none of their bytes comes into memory.
 */
import type { PdfReference } from "pdfkit";

const blockBytes = 1024 * 1024;

export class PdfOutput {
  readonly #parts: Blob[] = [];
  /** A Blob copies what it is made of, so there is one block for all of them. */
  readonly #block = new Uint8Array(blockBytes);
  #used = 0;
  #closed = 0;
  /** Of the object that ends next. */
  #stream: Blob | null = null;
  #lastLine = "";

  /** Bytes so far. */
  get length(): number {
    return this.#closed + this.#used;
  }

  /** One byte a character, and a line end. */
  addLine(line: string): void {
    if (line === "endobj") this.#addStream();
    this.#addText(line);
    this.#addText("\n");
    this.#lastLine = line;
  }

  add(bytes: Uint8Array): void {
    if (this.#used + bytes.length > blockBytes) this.#close();
    if (bytes.length > blockBytes) this.#put(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    else {
      this.#block.set(bytes, this.#used);
      this.#used += bytes.length;
    }
  }

  /** Ends an object of which the Blob is the stream. */
  endWith(object: PdfReference, content: Blob): void {
    this.#stream = content;
    object.data["Length"] = content.size;
    object.end();
  }

  /** Everything, once. @throws Error when the document was not written to its end */
  whole(): Blob {
    if (this.#lastLine !== "%%EOF") throw new Error("the document does not end");
    this.#close();
    return new Blob(this.#parts, { type: "application/pdf" });
  }

  #addStream(): void {
    const content = this.#stream;
    if (content === null) return;
    this.#stream = null;
    this.addLine("stream");
    this.#close();
    this.#put(content);
    this.addLine("\nendstream");
  }

  #addText(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      if (this.#used === blockBytes) this.#close();
      this.#block[this.#used] = text.charCodeAt(index);
      this.#used += 1;
    }
  }

  #close(): void {
    if (this.#used === 0) return;
    const block = this.#block.subarray(0, this.#used);
    this.#used = 0;
    this.#put(new Blob([block]));
  }

  #put(part: Blob): void {
    this.#parts.push(part);
    this.#closed += part.size;
  }
}
