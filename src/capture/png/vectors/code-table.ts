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
  /** What each symbol says, by its number; those behind the last are no symbols. */
  symbols: readonly SymbolEntry[];
  /** So many bits are looked up at once; longer codes lead to a further table. */
  bits: number;
}

/**
 * Writes the table of a book whose codes have these lengths, 0 for a symbol that has none. False for lengths that no code
 * has: too many, or too few unless there is one code of one bit, or none, as zlib holds it.
 */
export function writeTable(table: Uint32Array, book: CodeBook, lengths: Uint8Array): boolean {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  counts[0] = 0;
  const left = unused(counts);
  const longest = counts.findLastIndex((count) => count > 0);
  if (left < 0 || (left > 0 && longest > 1)) return false;
  // Of a code that leaves nothing unused every entry is written below.
  if (left > 0) table.fill(entryKinds.none, 0, 1 << book.bits);
  const symbols = byLength(lengths, counts);
  const { next, code } = writeShort(table, book, { symbols, counts });
  writeLong(table, book, { symbols: symbols.subarray(next), lengths, longest, code });
  return true;
}

/** How much room there is for further codes; below zero where there are too many. */
function unused(counts: Uint16Array): number {
  let left = 1;
  for (let length = 1; length <= longestCode && left >= 0; length += 1)
    left = 2 * left - (counts[length] as number);
  return left;
}

/** Symbols in the order of their codes (RFC 1951, 3.2.2): by length, then by number. */
function byLength(lengths: Uint8Array, counts: Uint16Array): Uint16Array {
  const places = new Uint16Array(longestCode + 2);
  for (let length = 1; length <= longestCode; length += 1)
    places[length + 1] = (places[length] as number) + (counts[length] as number);
  const symbols = new Uint16Array(places[longestCode + 1] as number);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    symbols[places[length] as number] = symbol;
    places[length] = (places[length] as number) + 1;
  }
  return symbols;
}

interface ShortCodes {
  symbols: Uint16Array;
  counts: Uint16Array;
}

/** What a table for codes one bit shorter says, one for longer codes says twice: it is doubled, then added to. */
function writeShort(
  table: Uint32Array,
  { symbols: said, bits }: CodeBook,
  { symbols, counts }: ShortCodes,
): { next: number; code: number } {
  let next = 0;
  let code = 0;
  for (let length = 1; length <= bits; length += 1) {
    const half = 1 << (length - 1);
    if (length > 1) table.copyWithin(half, 0, half);
    code <<= 1;
    for (let rest = counts[length] as number; rest > 0; rest -= 1) {
      table[reversed(code, length)] = entryOf(said[symbols[next] as number], length);
      next += 1;
      code += 1;
    }
  }
  return { next, code };
}

interface LongCodes {
  symbols: Uint16Array;
  lengths: Uint8Array;
  longest: number;
  /** The last short one, and one more. */
  code: number;
}

/** Codes that begin with the same bits stand side by side in their order: each further table is made once. */
function writeLong(
  table: Uint32Array,
  { symbols: said, bits }: CodeBook,
  { symbols, lengths, longest, code: first }: LongCodes,
): void {
  const furtherBits = longest - bits;
  let [code, before, door, end] = [first, bits, -1, 1 << bits];
  for (const symbol of symbols) {
    const length = lengths[symbol] as number;
    code <<= length - before;
    before = length;
    const backward = reversed(code, length);
    if ((backward & ((1 << bits) - 1)) !== door) {
      door = backward & ((1 << bits) - 1);
      table[door] = (end << 16) | entryKinds.further | furtherBits;
      end += 1 << furtherBits;
    }
    const entry = entryOf(said[symbol], length);
    const start = end - (1 << furtherBits);
    for (let at = backward >> bits; at < 1 << furtherBits; at += 1 << (length - bits))
      table[start + at] = entry;
    code += 1;
  }
}

/** Of a symbol that there is none of too: its code stands for nothing. */
function entryOf(said: SymbolEntry | undefined, length: number): number {
  if (!said) return entryKinds.none;
  return (((said.value << 16) | said.kind | said.extraBits) + length) | (length << 8);
}

/** Codes are packed from their highest bit (RFC 1951, 3.1.1), everything else from its lowest. */
function reversed(code: number, length: number): number {
  return (backwards[code << (longestCode - length)] as number) & ((1 << length) - 1);
}

const backwards = new Uint16Array(1 << longestCode);
for (let number = 1; number < backwards.length; number += 1)
  backwards[number] = ((backwards[number >> 1] as number) >> 1) | ((number & 1) << (longestCode - 1));
