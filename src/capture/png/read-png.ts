/** Reads a PNG row by row, with no more in memory than two rows and what the caller keeps. */
import { Failure } from "../../base/failure.ts";
import { emptyRaster, type Raster } from "../raster.ts";
import { pngRefused } from "./png-form.ts";
import { type PngParts, readChunks } from "./read-chunks.ts";
import { unfilter } from "./unfilter.ts";

/** Red, green and blue of one row; used again for the next, so whoever wants to keep it copies it. */
type OnRow = (row: Uint8Array, y: number) => void;

/**
 * Eight bits a sample, RGB or RGBA that hides nothing, not interlaced: what browsers give and what we write.
 * @throws Failure `picture-unreadable` for everything else, and for what is torn, too large or not as its CRC says
 */
export async function readPngRows(
  bytes: Uint8Array<ArrayBuffer>,
  onRow: OnRow,
): Promise<{ width: number; height: number }> {
  const parts = readChunks(bytes);
  const rows = new RowReader(parts, onRow);
  try {
    for await (const piece of inflate(parts.compressed)) rows.take(piece);
  } catch (cause) {
    throw cause instanceof Failure ? cause : pngRefused("its pixels cannot be read", cause);
  }
  rows.end();
  return { width: parts.width, height: parts.height };
}

/** The whole picture, in the buffer of `spare` where that fits. @throws Failure `picture-unreadable` */
export async function readPng(bytes: Uint8Array<ArrayBuffer>, spare?: Raster | null): Promise<Raster> {
  const { width, height } = readChunks(bytes);
  const raster = emptyRaster(width, height, spare);
  const stride = raster.pixels.length / height;
  await readPngRows(bytes, (row, y) => raster.pixels.set(row, y * stride));
  return raster;
}

/** zlib (RFC 1950), whose checksum the platform checks. */
async function* inflate(pieces: readonly Uint8Array<ArrayBuffer>[]): AsyncGenerator<Uint8Array> {
  const compressed = new Blob(pieces.map((piece) => piece)).stream();
  const reader = compressed.pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Puts rows together out of pieces of any length. */
class RowReader {
  readonly #parts: PngParts;
  readonly #onRow: OnRow;
  /** The filter, then the samples. */
  #row: Uint8Array;
  #above: Uint8Array;
  readonly #colours: Uint8Array;
  #filled = 0;
  #y = 0;

  constructor(parts: PngParts, onRow: OnRow) {
    const length = 1 + parts.width * parts.channels;
    this.#parts = parts;
    this.#onRow = onRow;
    this.#row = new Uint8Array(length);
    this.#above = new Uint8Array(length);
    this.#colours = new Uint8Array(parts.width * 3);
  }

  take(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.#y === this.#parts.height) throw pngRefused("more pixels than its size says");
      const part = piece.subarray(at, at + this.#row.length - this.#filled);
      this.#row.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === this.#row.length) this.#finishRow();
    }
  }

  end(): void {
    if (this.#y !== this.#parts.height) throw pngRefused("fewer pixels than its size says");
  }

  #finishRow(): void {
    const { channels } = this.#parts;
    const row = this.#row.subarray(1);
    unfilter({ filter: this.#row[0] ?? 0, row, above: this.#above.subarray(1), channels });
    if (channels === 4) keepColours(row, this.#colours);
    this.#onRow(channels === 4 ? this.#colours : row, this.#y);
    [this.#row, this.#above] = [this.#above, this.#row];
    this.#filled = 0;
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
