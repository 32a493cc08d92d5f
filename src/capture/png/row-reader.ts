/** Puts rows of pixels together out of inflated pieces of any length, and undoes their filters. */
import { pngRefused } from "./png-form.ts";
import type { PngParts } from "./read-chunks.ts";
import { unfilter } from "./unfilter.ts";

/** Red, green and blue of one row; used again afterwards, so whoever wants to keep it copies it. */
export type OnRow = (row: Uint8Array, y: number) => void;

type Form = Pick<PngParts, "width" | "height" | "channels">;

export class RowReader {
  readonly #form: Form;
  readonly #onRow: OnRow;
  /** The filter, then the samples. */
  readonly #length: number;
  /** For rows that lie in two pieces: one in the making, and one that may be the row above. */
  #torn: Uint8Array;
  #spare: Uint8Array;
  #filled = 0;
  #above: Uint8Array;
  readonly #colours: Uint8Array;
  #y = 0;

  constructor(form: Form, onRow: OnRow) {
    this.#form = form;
    this.#onRow = onRow;
    this.#length = 1 + form.width * form.channels;
    this.#torn = new Uint8Array(this.#length);
    this.#spare = new Uint8Array(this.#length);
    this.#above = new Uint8Array(this.#length - 1);
    this.#colours = new Uint8Array(form.channels === 4 ? form.width * 3 : 0);
  }

  /** Rows that lie in it whole are read where they lie. @throws Failure `picture-unreadable` */
  take(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.#y === this.#form.height) throw pngRefused("more pixels than its size says");
      if (this.#filled === 0 && at + this.#length <= piece.length) {
        this.#finish(piece[at] as number, piece.subarray(at + 1, at + this.#length));
        at += this.#length;
      } else at += this.#fill(piece.subarray(at, at + this.#length - this.#filled));
    }
  }

  end(): void {
    if (this.#y !== this.#form.height) throw pngRefused("fewer pixels than its size says");
  }

  #fill(part: Uint8Array): number {
    this.#torn.set(part, this.#filled);
    this.#filled += part.length;
    if (this.#filled === this.#length) {
      this.#filled = 0;
      this.#finish(this.#torn[0] as number, this.#torn.subarray(1));
      [this.#torn, this.#spare] = [this.#spare, this.#torn];
    }
    return part.length;
  }

  #finish(filter: number, row: Uint8Array): void {
    const { channels } = this.#form;
    unfilter({ filter, row, above: this.#above, channels });
    this.#above = row;
    if (channels === 4) keepColours(row, this.#colours);
    this.#onRow(channels === 4 ? this.#colours : row, this.#y);
    this.#y += 1;
  }
}

/** A picture of a window hides nothing; one that does would look different in every viewer. */
function keepColours(row: Uint8Array, colours: Uint8Array): void {
  let opaque = 0xff;
  for (let from = 0, to = 0; from < row.length; from += 4, to += 3) {
    colours[to] = row[from] as number;
    colours[to + 1] = row[from + 1] as number;
    colours[to + 2] = row[from + 2] as number;
    opaque &= row[from + 3] as number;
  }
  if (opaque !== 0xff) throw pngRefused("see-through pixels");
}
