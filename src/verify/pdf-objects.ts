/**
 * Takes a PDF of ours apart into its objects, and holds it to the one form pdfkit writes: objects side by side from the
 * first byte to the table of offsets, each where that table says. So no reader sees an object that was not looked at.
 */

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
/** Ours escape every bracket inside (ISO 32000-1, 7.3.4.2). */
const strings = /\((?:[^()\\]|\\[\s\S])*\)/g;

/** The text has one character a byte. Null when anything stands elsewhere than ours stand. */
export function pdfObjects(text: string): PdfForm | null {
  if (!text.startsWith(header)) return null;
  const objects: PdfObject[] = [];
  const offsets = new Map<number, number>();
  let at = header.length;
  while (!text.startsWith("xref\n", at)) {
    const read = objectAt(text, at);
    if (!read || offsets.has(read.object.number)) return null;
    objects.push(read.object);
    offsets.set(read.object.number, at);
    at = read.end;
  }
  const trailer = trailerAt(text, at, offsets);
  return trailer === null ? null : { objects, trailer };
}

function objectAt(text: string, at: number): { object: PdfObject; end: number } | null {
  const opening = /(\d{1,7}) 0 obj\n/y;
  opening.lastIndex = at;
  const number = Number(opening.exec(text)?.[1] ?? Number.NaN);
  const start = opening.lastIndex;
  const bodyEnd = Number.isNaN(number) ? -1 : text.indexOf(objectEnd, start);
  if (bodyEnd === -1) return null;
  const body = text.slice(start, bodyEnd);
  const dictionaryEnd = body.indexOf(streamStart);
  if (dictionaryEnd === -1)
    return { object: { number, dictionary: bare(body), stream: null }, end: bodyEnd + objectEnd.length };
  const dictionary = bare(body.slice(0, dictionaryEnd));
  const length = statedLength(dictionary);
  const stream = { start: start + dictionaryEnd + streamStart.length, length: length ?? 0 };
  const end = stream.start + stream.length;
  const isWhole = length !== null && text.startsWith(streamEnd + objectEnd, end);
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
function trailerAt(text: string, at: number, offsets: ReadonlyMap<number, number>): string | null {
  const rows = Array.from({ length: offsets.size }, (_, index) => offsets.get(index + 1));
  const table = [
    "xref",
    `0 ${rows.length + 1}`,
    "0000000000 65535 f ",
    ...rows.map((offset) => `${String(offset ?? "none").padStart(10, "0")} 00000 n `),
    "trailer\n",
  ].join("\n");
  if (!text.startsWith(table, at)) return null;
  const end = `\nstartxref\n${at}\n%%EOF\n`;
  const trailer = text.slice(at + table.length, -end.length);
  return text.endsWith(end) && !trailer.includes("startxref") ? bare(trailer) : null;
}
