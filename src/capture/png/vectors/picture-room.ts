/**
 * One memory in which pictures lie beside each other, with programs that work on them by sixteen bytes a step. Unpacking
 * takes a third of the time it takes by the platform's own means, comparing a fifth (measured: decision 54).
 */
import { pngRefused, longestSide } from "../png-form.ts";
import type { Raster } from "../../raster.ts";
import type { PngParts } from "../read-chunks.ts";
import { inflateBlock } from "./inflate-block.ts";
import { type BlockProgram, inflateInRoom, tablesBytes, writePatterns } from "./inflate-in-room.ts";
import { pictureRows } from "./picture-rows.ts";

/** What `picture-rows.wat` exports; addresses and lengths in bytes. */
interface RowProgram {
  undo(at: number, length: number, rows: number, pixel: number, zeroes: number): number;
  keepColours(row: number, pixels: number): number;
  equalRows(
    one: number,
    oneStep: number,
    other: number,
    otherStep: number,
    length: number,
    rows: number,
  ): number;
}

/** A row of zeroes stands above the first one of a picture (PNG specification, 9.2): the longest there may be. */
const zeroesAt = 0;
/** Where `inflate-block.wat` looks for its tables. */
const tablesAt = 0x40200;
const firstPlace = tablesAt + tablesBytes;
/** Behind every place: the programs read and write a little further than they were told. */
const slackBytes = 32;
const pageBytes = 65_536;
/** Two frames of a large screen, a strip drawn and the strip as it was kept; what is more lies by itself. */
const mostBytes = 192 * 1024 * 1024;
/** A picture that is larger when unpacked is read row by row. */
const mostUnpackedBytes = 64 * 1024 * 1024;

/** Rows of a picture, or of a part of it. */
export interface RowsAt {
  at: number;
  stride: number;
}

export class PictureRoom {
  readonly #memory: WebAssembly.Memory;
  readonly #rows: RowProgram;
  readonly #blocks: BlockProgram;
  #bytes: Uint8Array<ArrayBuffer>;
  /** In the order in which they lie. */
  #taken: { at: number; end: number; raster: Raster | null }[] = [];

  /** Null on a platform without vectors, or where compiled programs are forbidden. */
  static open(): PictureRoom | null {
    try {
      return new PictureRoom(new WebAssembly.Memory({ initial: Math.ceil(firstPlace / pageBytes) }));
    } catch {
      return null;
    }
  }

  private constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
    this.#rows = programOf<RowProgram>(pictureRows, memory);
    this.#blocks = programOf<BlockProgram>(inflateBlock, memory);
    this.#bytes = new Uint8Array(memory.buffer);
    if (zeroesAt + 4 * longestSide + slackBytes > tablesAt)
      throw new RangeError("rows reach into the tables");
    writePatterns(this.#bytes, tablesAt);
  }

  /** Those of every picture in it. Another array once the room has grown. */
  get bytes(): Uint8Array<ArrayBuffer> {
    if (this.#bytes.buffer !== this.#memory.buffer) this.#bytes = new Uint8Array(this.#memory.buffer);
    return this.#bytes;
  }

  /** Whatever lay there before still stands in it. Null where there is no room. */
  place(width: number, height: number, stride: number): Raster | null {
    const at = this.#take(height * stride);
    return at === null ? null : this.#rasterAt(at, { width, height, stride, start: at });
  }

  giveBack(raster: Raster): void {
    this.#taken = this.#taken.filter((taken) => taken.raster !== raster);
  }

  /** Nobody needs any of them. */
  clear(): void {
    this.#taken = [];
  }

  /**
   * The picture that is packed in these parts; null where there is no room.
   * @throws Failure `picture-unreadable` for pixels that are torn, false, too many, too few, or see-through
   */
  unpack({ width, height, channels, compressed }: PngParts): Raster | null {
    const stride = 1 + width * channels;
    const packedBytes = compressed.reduce((sum, { length }) => sum + length, 0);
    if (stride * height > mostUnpackedBytes) return null;
    const at = this.#take(stride * height);
    const packedAt = at === null ? null : this.#take(packedBytes);
    try {
      if (at === null || packedAt === null) return null;
      this.#fill(packedAt, compressed);
      const places = { bytes: this.bytes, tables: tablesAt, input: packedAt, inputLength: packedBytes };
      inflateInRoom(this.#blocks, { ...places, out: at, outLength: stride * height });
      this.#undoFilters(at, { width, height, channels });
      return this.#rasterAt(at, { width, height, stride, start: at + 1 });
    } finally {
      // What became a raster is one by now: whatever else was taken is free.
      this.#taken = this.#taken.filter(({ raster }) => raster !== null);
    }
  }

  /** How many are the same, from the first on. */
  equalRows(one: RowsAt, other: RowsAt, { length, rows }: { length: number; rows: number }): number {
    return this.#rows.equalRows(one.at, one.stride, other.at, other.stride, length, rows);
  }

  #rasterAt(at: number, form: Pick<Raster, "width" | "height" | "stride" | "start">): Raster {
    const room = this;
    const raster = {
      ...form,
      room,
      get pixels() {
        return room.bytes;
      },
    };
    for (const taken of this.#taken) if (taken.at === at) taken.raster = raster;
    return raster;
  }

  #fill(at: number, pieces: readonly Uint8Array[]): void {
    let end = at;
    for (const piece of pieces) {
      this.bytes.set(piece, end);
      end += piece.length;
    }
  }

  #undoFilters(at: number, { width, height, channels }: Omit<PngParts, "compressed">): void {
    const length = width * channels;
    const undone = this.#rows.undo(at, length, height, channels, zeroesAt);
    if (undone < height) throw pngRefused(`a filter ${this.bytes[at + undone * (1 + length)]}`);
    for (let y = 0; channels === 4 && y < height; y += 1)
      if (this.#rows.keepColours(at + y * (1 + length) + 1, width) !== 0xff)
        throw pngRefused("see-through pixels");
  }

  /** In the first gap that is wide enough, or behind the last. */
  #take(bytes: number): number | null {
    const end = (from: number) => from + bytes + slackBytes;
    let from = firstPlace;
    const index = this.#taken.findIndex((taken) => {
      const fits = end(from) <= taken.at;
      if (!fits) from = taken.end;
      return fits;
    });
    if (index === -1 && !this.#reach(end(from))) return null;
    const place = { at: from, end: end(from), raster: null };
    this.#taken.splice(index === -1 ? this.#taken.length : index, 0, place);
    return from;
  }

  #reach(end: number): boolean {
    const missing = end - this.#memory.buffer.byteLength;
    if (missing <= 0) return true;
    if (end > mostBytes) return false;
    try {
      this.#memory.grow(Math.ceil(missing / pageBytes));
      return true;
    } catch {
      return false;
    }
  }
}

function programOf<Program>(base64: string, memory: WebAssembly.Memory): Program {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const program = new WebAssembly.Instance(new WebAssembly.Module(bytes), { room: { memory } });
  return program.exports as unknown as Program;
}
