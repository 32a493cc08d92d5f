/**
 * Takes a PDF of ours apart into its objects, and holds it to the one form pdfkit writes: objects side by side from the
 * first byte to the table of offsets, each where that table says. So no reader sees an object that was not looked at.
 */

import { ByteText } from "../base/byte-text.ts";

export interface PdfObject {
  number: number;
  /** What is written in front of the stream, or all there is; strings are emptied, for they may spell anything. */
  dictionary: string;
  /** Where the stream lies in the file; null where there is none. */
  stream: { start: number; length: number } | null;
}

export interface PdfForm {
  objects: PdfObject[];
  trailer: string;
}

const header = "%PDF-1.7\n%\xff\xff\xff\xff\n";
const objectEnd = "\nendobj\n";
const streamStart = "\nstream\n";
const streamEnd = "\nendstream";
const longestOpening = "9999999 0 obj\n".length;
/** Ours escape every bracket inside (ISO 32000-1, 7.3.4.2). */
const strings = /\((?:[^()\\]|\\[\s\S])*\)/g;

/** Null when anything stands elsewhere than ours stand. What lies in streams is passed over, never made into text. */
export function pdfObjects(pdf: Uint8Array): PdfForm | null {
  const file = new ByteText(pdf);
  if (!file.startsWith(header, 0)) return null;
  const objects: PdfObject[] = [];
  const offsets = new Map<number, number>();
  let at = header.length;
  while (!file.startsWith("xref\n", at)) {
    const read = objectAt(file, at);
    if (!read || offsets.has(read.object.number)) return null;
    objects.push(read.object);
    offsets.set(read.object.number, at);
    at = read.end;
  }
  const trailer = trailerAt(file, at, offsets);
  return trailer === null ? null : { objects, trailer };
}

function objectAt(file: ByteText, at: number): { object: PdfObject; end: number } | null {
  const [opening = "", digits] = /^(\d{1,7}) 0 obj\n/.exec(file.slice(at, at + longestOpening)) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits);
  const start = at + opening.length;
  const found = file.first([objectEnd, streamStart], start);
  if (found === null) return null;
  const dictionary = bare(file.slice(start, found.at));
  if (found.text === objectEnd)
    return { object: { number, dictionary, stream: null }, end: found.at + objectEnd.length };
  const length = statedLength(dictionary);
  const stream = { start: found.at + streamStart.length, length: length ?? 0 };
  const end = stream.start + stream.length;
  const isWhole = length !== null && file.startsWith(streamEnd + objectEnd, end);
  return isWhole
    ? { object: { number, dictionary, stream }, end: end + streamEnd.length + objectEnd.length }
    : null;
}

function bare(text: string): string {
  return text.replace(strings, "()");
}

/** Said once, and as a number: where a reader would look elsewhere for it, it would see another stream. */
function statedLength(dictionary: string): number | null {
  const [length, ...others] = dictionary.match(/\/Length\b[^\n]*/g) ?? [];
  const stated = /^\/Length (\d{1,10})$/.exec(length ?? "")?.[1];
  return stated === undefined || others.length > 0 ? null : Number(stated);
}

/** The table that follows from where the objects stand, and what is written behind it to the last byte (ISO 32000-1, 7.5.4, 7.5.5). */
function trailerAt(file: ByteText, at: number, offsets: ReadonlyMap<number, number>): string | null {
  const rows = Array.from({ length: offsets.size }, (_, index) => offsets.get(index + 1));
  const table = [
    "xref",
    `0 ${rows.length + 1}`,
    "0000000000 65535 f ",
    ...rows.map((offset) => `${String(offset ?? "none").padStart(10, "0")} 00000 n `),
    "trailer\n",
  ].join("\n");
  if (!file.startsWith(table, at)) return null;
  const end = `\nstartxref\n${at}\n%%EOF\n`;
  const endAt = file.length - end.length;
  const trailer = file.slice(at + table.length, endAt);
  const isLast = endAt >= at + table.length && file.startsWith(end, endAt);
  return isLast && !trailer.includes("startxref") ? bare(trailer) : null;
}
