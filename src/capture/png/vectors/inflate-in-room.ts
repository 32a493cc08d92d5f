/** Unpacks a zlib stream (RFC 1950, RFC 1951) from one place of a room into another, with no memory besides. */
import { pngRefused } from "../png-form.ts";
import { codeBook, entryKinds, type SymbolEntry, writeTable } from "./code-table.ts";

/** What `inflate-block.wat` exports; addresses in bytes. */
export interface BlockProgram {
  /** In bits from the beginning of the input. */
  position: WebAssembly.Global<"i32">;
  /** Address of the next byte. */
  out: WebAssembly.Global<"i32">;
  inflateBlock(input: number, inputBytes: number, first: number, end: number): number;
  adler32(at: number, length: number): number;
}

/** Where the tables lie, in bytes from their beginning. */
const distancesAt = 20_480;
const patternsAt = distancesAt + 10_240;
export const tablesBytes = patternsAt + 256;

export interface InflatePlaces {
  bytes: Uint8Array<ArrayBuffer>;
  tables: number;
  input: number;
  inputLength: number;
  out: number;
  /** Exactly so many bytes must come out. */
  outLength: number;
}

/** How bytes repeat at each distance below 16; written once. */
export function writePatterns(bytes: Uint8Array, tables: number): void {
  for (let distance = 1; distance < 16; distance += 1)
    for (let lane = 0; lane < 16; lane += 1)
      bytes[tables + patternsAt + distance * 16 + lane] = lane % distance;
}

/** @throws Failure `picture-unreadable` for a stream that is torn, false, too long, too short, or followed by anything */
export function inflateInRoom(program: BlockProgram, places: InflatePlaces): void {
  const { bytes, input, inputLength, out, outLength } = places;
  const [method, flags] = [bytes[input] ?? 0, bytes[input + 1] ?? 0];
  const isZlib = (method & 0x0f) === 8 && method >> 4 <= 7 && (method * 256 + flags) % 31 === 0;
  if (inputLength < 6 || !isZlib || (flags & 0x20) !== 0) throw pngRefused("its pixels are no zlib stream");
  const blocks = new Blocks(program, places);
  while (blocks.take());
  const end = input + blocks.endByte;
  if (blocks.written !== outLength) throw pngRefused("fewer pixels than its size says");
  if (end + 4 !== input + inputLength) throw pngRefused("its stream ends elsewhere than its chunks");
  const stated = new DataView(bytes.buffer, end, 4).getUint32(0);
  if (program.adler32(out, outLength) >>> 0 !== stated)
    throw pngRefused("its pixels are not what their sum says");
}

class Blocks {
  readonly #program: BlockProgram;
  readonly #places: InflatePlaces;
  readonly #literals: Uint32Array;
  readonly #distances: Uint32Array;
  /** In bits. */
  #position = 16;
  #out: number;

  constructor(program: BlockProgram, places: InflatePlaces) {
    this.#program = program;
    this.#places = places;
    this.#out = places.out;
    const { buffer } = places.bytes;
    this.#literals = new Uint32Array(buffer, places.tables, distancesAt / 4);
    this.#distances = new Uint32Array(buffer, places.tables + distancesAt, (patternsAt - distancesAt) / 4);
  }

  get written(): number {
    return this.#out - this.#places.out;
  }

  /** Of the input, the first that belongs to no block. */
  get endByte(): number {
    return Math.ceil(this.#position / 8);
  }

  /** False after the last one. */
  take(): boolean {
    const isLast = this.#bits(1) === 1;
    const kind = this.#bits(2);
    if (kind === 0) this.#copyStored();
    else if (kind === 1) this.#takePacked(fixedLengths.literals, fixedLengths.distances);
    else if (kind === 2) this.#takePacked(...this.#readLengths());
    else throw pngRefused("its stream has a block of no kind");
    return !isLast;
  }

  /** Up to 16, from the lowest. */
  #bits(count: number): number {
    const { bytes, input, inputLength } = this.#places;
    if (this.#position + count > inputLength * 8) throw tooShort();
    const at = input + (this.#position >> 3);
    const three =
      (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16);
    const value = (three >> (this.#position & 7)) & ((1 << count) - 1);
    this.#position += count;
    return value;
  }

  /** RFC 1951, 3.2.4. */
  #copyStored(): void {
    this.#position = this.endByte * 8;
    const [length, complement] = [this.#bits(16), this.#bits(16)];
    if (length !== (~complement & 0xffff)) throw pngRefused("its stream has a torn block");
    const { bytes, input, inputLength, out, outLength } = this.#places;
    const from = this.#position / 8;
    if (from + length > inputLength) throw tooShort();
    if (this.#out + length > out + outLength) throw tooLong();
    bytes.copyWithin(this.#out, input + from, input + from + length);
    this.#position += length * 8;
    this.#out += length;
  }

  #takePacked(literals: Uint8Array, distances: Uint8Array): void {
    if (literals[256] === 0) throw noCode();
    if (!writeTable(this.#literals, literalBook, literals)) throw noCode();
    if (!writeTable(this.#distances, distanceBook, distances)) throw noCode();
    const { input, inputLength, out, outLength } = this.#places;
    const { inflateBlock, position, out: written } = this.#program;
    position.value = this.#position;
    written.value = this.#out;
    const end = out + outLength;
    const state = inflateBlock(input, inputLength, out, end);
    this.#position = this.#program.position.value;
    this.#out = this.#program.out.value;
    if (state === 1 || this.#out > end) throw tooLong();
    if (state === 3 || this.#position > inputLength * 8) throw tooShort();
    if (state === 2) throw noCode();
  }

  /** RFC 1951, 3.2.7. What it returns is written over by the next block. */
  #readLengths(): [literals: Uint8Array, distances: Uint8Array] {
    const literals = this.#bits(5) + 257;
    const distances = this.#bits(5) + 1;
    const own = this.#bits(4) + 4;
    if (literals > 286 || distances > 30) throw noCode();
    ownLengths.fill(0);
    let used = 0;
    for (let index = 0; index < own; index += 1) {
      const length = this.#bits(3);
      ownLengths[lengthOrder[index] as number] = length;
      if (length > 0) used += 1;
    }
    if (used < 2 || !writeTable(lengthTable, lengthBook, ownLengths)) throw noCode();
    this.#fillLengths(literals + distances);
    return [lengths.subarray(0, literals), lengths.subarray(literals, literals + distances)];
  }

  #fillLengths(count: number): void {
    for (let filled = 0; filled < count; ) {
      const symbol = this.#lengthSymbol();
      if (symbol < 16) {
        lengths[filled] = symbol;
        filled += 1;
        continue;
      }
      if (symbol === 16 && filled === 0) throw noCode();
      const repeated = symbol === 16 ? (lengths[filled - 1] as number) : 0;
      const times =
        symbol === 16 ? this.#bits(2) + 3 : symbol === 17 ? this.#bits(3) + 3 : this.#bits(7) + 11;
      if (filled + times > count) throw noCode();
      lengths.fill(repeated, filled, filled + times);
      filled += times;
    }
  }

  #lengthSymbol(): number {
    const { bytes, input, inputLength } = this.#places;
    const at = input + (this.#position >> 3);
    const two = (bytes[at] as number) | ((bytes[at + 1] as number) << 8);
    const entry = lengthTable[(two >> (this.#position & 7)) & 0x7f] as number;
    if (entry & entryKinds.none) throw noCode();
    this.#position += entry & 0xff;
    if (this.#position > inputLength * 8) throw tooShort();
    return entry >>> 16;
  }
}

function tooShort() {
  return pngRefused("its stream ends in the middle");
}

function tooLong() {
  return pngRefused("more pixels than its size says");
}

function noCode() {
  return pngRefused("its stream has a code that is none");
}

const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] as const;

/** For the lengths of the other two books' codes. */
const lengthBook = codeBook(
  7,
  lengthOrder.map((_, value) => ({ value, kind: 0, extraBits: 0 })),
);

/** Used again for each block. */
const ownLengths = new Uint8Array(lengthOrder.length);
const lengths = new Uint8Array(286 + 30);
const lengthTable = new Uint32Array(1 << lengthBook.bits);

/** RFC 1951, 3.2.5. */
const literalBook = codeBook(11, [
  ...Array.from({ length: 256 }, (_, value) => ({ value, kind: entryKinds.literal, extraBits: 0 })),
  { value: 0, kind: entryKinds.end, extraBits: 0 },
  ...ranges({ first: 3, steps: 4, count: 28 }),
  { value: 258, kind: 0, extraBits: 0 },
]);
const distanceBook = codeBook(8, ranges({ first: 1, steps: 2, count: 30 }));

/** Values that grow in `steps` of the same size, with one extra bit more after each. */
function ranges({ first, steps, count }: { first: number; steps: number; count: number }): SymbolEntry[] {
  let value = first;
  return Array.from({ length: count }, (_, index) => {
    const extraBits = Math.max(0, Math.floor(index / steps) - 1);
    const range = { value, kind: 0, extraBits };
    value += 1 << extraBits;
    return range;
  });
}

/** RFC 1951, 3.2.6. */
const fixedLengths = {
  literals: Uint8Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
  distances: new Uint8Array(32).fill(5),
};
