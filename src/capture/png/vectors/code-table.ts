/** Tables for the codes of a deflate block (RFC 1951, 3.2.2), in the form that `inflate-block.wat` looks symbols up in. */

export const longestCode = 15;

/** The kinds of an entry, where they stand in it. */
export const entryKinds = { literal: 0x1000, further: 0x2000, end: 0x4000, none: 0x8000 } as const;

/** Value, kind and the number of extra bits of a symbol. */
export interface SymbolEntry {
  value: number;
  kind: number;
  extraBits: number;
}

export interface CodeBook {
  /** The entry of each symbol as it is before its code has a length; those behind the last are no symbols. */
  symbols: Uint32Array;
  /** So many bits are looked up at once; longer codes lead to a further table. */
  bits: number;
}

export function codeBook(bits: number, symbols: readonly SymbolEntry[]): CodeBook {
  const entries = symbols.map(({ value, kind, extraBits }) => (value << 16) | kind | extraBits);
  return { symbols: Uint32Array.from(entries), bits };
}

/** Used again for each table: thousands are made a second, and none is looked at when the next one is made. */
const counts = new Uint16Array(longestCode + 1);
const places = new Uint16Array(longestCode + 2);
/** Symbols in the order of their codes (RFC 1951, 3.2.2): by length, then by number. */
const ordered = new Uint16Array(320);

/**
 * Writes the table of a book whose codes have these lengths, 0 for a symbol that has none. False for lengths that no code
 * has: too many, or too few unless there is one code of one bit, or none, as zlib holds it.
 */
export function writeTable(table: Uint32Array, book: CodeBook, lengths: Uint8Array): boolean {
  counts.fill(0);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number;
    counts[length] = (counts[length] as number) + 1;
  }
  counts[0] = 0;
  const left = unused();
  const longest = longestOf();
  if (left < 0 || (left > 0 && longest > 1)) return false;
  // Of a code that leaves nothing unused every entry is written below.
  if (left > 0) table.fill(entryKinds.none, 0, 1 << book.bits);
  const end = orderByLength(lengths);
  const { next, code } = writeShort(table, book);
  if (next < end) writeLong(table, book, { lengths, next, end, longest, code });
  return true;
}

/** How much room there is for further codes; below zero where there are too many. */
function unused(): number {
  let left = 1;
  for (let length = 1; length <= longestCode && left >= 0; length += 1)
    left = 2 * left - (counts[length] as number);
  return left;
}

function longestOf(): number {
  let length = longestCode;
  while (length > 0 && counts[length] === 0) length -= 1;
  return length;
}

/** How many have a code. */
function orderByLength(lengths: Uint8Array): number {
  places[1] = 0;
  for (let length = 1; length <= longestCode; length += 1)
    places[length + 1] = (places[length] as number) + (counts[length] as number);
  const end = places[longestCode + 1] as number;
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    const place = places[length] as number;
    ordered[place] = symbol;
    places[length] = place + 1;
  }
  return end;
}

/** What a table for codes one bit shorter says, one for longer codes says twice: it is doubled, then added to. */
function writeShort(table: Uint32Array, { symbols, bits }: CodeBook): { next: number; code: number } {
  let next = 0;
  let code = 0;
  for (let length = 1; length <= bits; length += 1) {
    const half = 1 << (length - 1);
    if (next > 0) table.copyWithin(half, 0, half);
    code <<= 1;
    for (let rest = counts[length] as number; rest > 0; rest -= 1) {
      table[reversed(code, length)] = entryOf(symbols, ordered[next] as number, length);
      next += 1;
      code += 1;
    }
  }
  return { next, code };
}

interface LongCodes {
  lengths: Uint8Array;
  /** Where their symbols lie among the ordered ones. */
  next: number;
  end: number;
  longest: number;
  /** The last short one, and one more. */
  code: number;
}

/** Codes that begin with the same bits stand side by side in their order: each further table is made once. */
function writeLong(
  table: Uint32Array,
  { symbols, bits }: CodeBook,
  { lengths, next, end, longest, code: first }: LongCodes,
): void {
  const furtherBits = longest - bits;
  let [code, before, door, tableEnd] = [first, bits, -1, 1 << bits];
  for (let index = next; index < end; index += 1) {
    const symbol = ordered[index] as number;
    const length = lengths[symbol] as number;
    code <<= length - before;
    before = length;
    const backward = reversed(code, length);
    if ((backward & ((1 << bits) - 1)) !== door) {
      door = backward & ((1 << bits) - 1);
      table[door] = (tableEnd << 16) | entryKinds.further | furtherBits;
      tableEnd += 1 << furtherBits;
    }
    const entry = entryOf(symbols, symbol, length);
    const start = tableEnd - (1 << furtherBits);
    for (let at = backward >> bits; at < 1 << furtherBits; at += 1 << (length - bits))
      table[start + at] = entry;
    code += 1;
  }
}

/** Of a symbol that there is none of too: its code stands for nothing. */
function entryOf(symbols: Uint32Array, symbol: number, length: number): number {
  const entry = symbols[symbol];
  return entry === undefined ? entryKinds.none : entry + length + (length << 8);
}

/** Codes are packed from their highest bit (RFC 1951, 3.1.1), everything else from its lowest. */
function reversed(code: number, length: number): number {
  return (backwards[code << (longestCode - length)] as number) & ((1 << length) - 1);
}

const backwards = new Uint16Array(1 << longestCode);
for (let number = 1; number < backwards.length; number += 1)
  backwards[number] = ((backwards[number >> 1] as number) >> 1) | ((number & 1) << (longestCode - 1));
