/** What a document writes, gathered into a Blob while it is being written: it comes in hundreds of thousands of pieces. */

const blockBytes = 1024 * 1024;

export class PdfOutput {
  readonly #parts: Blob[] = [];
  /** A Blob copies what it is made of, so there is one block for all of them. */
  readonly #block = new Uint8Array(blockBytes);
  #used = 0;

  readonly add = (piece: Uint8Array): void => {
    if (this.#used + piece.length > blockBytes) this.#close();
    if (piece.length > blockBytes) this.#parts.push(blobOf(piece));
    else {
      this.#block.set(piece, this.#used);
      this.#used += piece.length;
    }
  };

  /** Everything so far, once. */
  whole(): Blob {
    this.#close();
    return new Blob(this.#parts, { type: "application/pdf" });
  }

  #close(): void {
    if (this.#used > 0) this.#parts.push(blobOf(this.#block.subarray(0, this.#used)));
    this.#used = 0;
  }
}

function blobOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]);
}
