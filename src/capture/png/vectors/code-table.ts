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

/** What the entry of a symbol is, before its code's length is added. */
function entryOf({ value, kind, extraBits }: SymbolEntry): number {
  return ((value << 16) | kind | extraBits) >>> 0;
}

/**
 * Writes the table of a book whose codes have these lengths, 0 for a symbol that has none. False for lengths that no code
 * has: too many, or too few unless there is one code of one bit, or none, as zlib holds it.
 */
export function writeTable(table: Uint32Array, { symbols, bits }: CodeBook, lengths: Uint8Array): boolean {
  const { starts, longest, isCode } = countCodes(lengths);
  if (!isCode) return false;
  const furtherBits = Math.max(0, longest - bits);
  const size = 1 << bits;
  table.fill(entryKinds.none, 0, size);
  let end = size;
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    const code = reversed(starts[length] as number, length);
    starts[length] = (starts[length] as number) + 1;
    const said = symbols[symbol];
    const entry = said ? (entryOf(said) + length) | (length << 8) : entryKinds.none;
    if (length <= bits) {
      for (let at = code; at < size; at += 1 << length) table[at] = entry;
      continue;
    }
    const door = code & (size - 1);
    if (((table[door] as number) & entryKinds.further) === 0) {
      table[door] = (end << 16) | entryKinds.further | furtherBits;
      table.fill(entryKinds.none, end, end + (1 << furtherBits));
      end += 1 << furtherBits;
    }
    const first = (table[door] as number) >>> 16;
    for (let at = code >> bits; at < 1 << furtherBits; at += 1 << (length - bits)) table[first + at] = entry;
  }
  return true;
}

interface CodeCount {
  /** The first code of each length (RFC 1951, 3.2.2, step 2). */
  starts: Uint16Array;
  longest: number;
  isCode: boolean;
}

function countCodes(lengths: Uint8Array): CodeCount {
  const counts = new Uint16Array(longestCode + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  counts[0] = 0;
  const starts = new Uint16Array(longestCode + 1);
  let longest = 0;
  let left = 1;
  for (let length = 1, code = 0; length <= longestCode; length += 1) {
    code = (code + (counts[length - 1] as number)) << 1;
    starts[length] = code;
    left = 2 * left - (counts[length] as number);
    if (left < 0) return { starts, longest, isCode: false };
    if (counts[length] !== 0) longest = length;
  }
  return { starts, longest, isCode: left === 0 || longest <= 1 };
}

/** Codes are packed from their highest bit (RFC 1951, 3.1.1), everything else from its lowest. */
function reversed(code: number, length: number): number {
  return (backwards[code << (longestCode - length)] as number) & ((1 << length) - 1);
}

const backwards = new Uint16Array(1 << longestCode);
for (let number = 1; number < backwards.length; number += 1)
  backwards[number] = ((backwards[number >> 1] as number) >> 1) | ((number & 1) << (longestCode - 1));
