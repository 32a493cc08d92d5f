/** Cuts pieces out of a large Blob in their order. One made of thousands of parts looks through all of them for each piece. */

const windowBytes = 64 * 1024 * 1024;

export class BlobWindow {
  readonly #whole: Blob;
  #window: Blob | null = null;
  #start = 0;
  #end = 0;

  constructor(whole: Blob) {
    this.#whole = whole;
  }

  /** As `slice`: nothing is read yet. Quickest in the order in which the pieces stand. */
  piece(start: number, end: number): Blob {
    if (this.#window === null || start < this.#start || end > this.#end) {
      [this.#start, this.#end] = [start, Math.max(end, start + windowBytes)];
      this.#window = this.#whole.slice(this.#start, this.#end);
    }
    return this.#window.slice(start - this.#start, end - this.#start);
  }
}
