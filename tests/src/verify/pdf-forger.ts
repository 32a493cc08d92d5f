/** Takes a report apart and writes it anew with its table of offsets, as anybody can who has tools for PDF files. */
import { deflateSync, inflateSync } from "node:zlib";

export interface ForgedPdf {
  /** Body of each object by its number, in the order in which they stand: what stands between `obj` and `endobj`. */
  objects: Map<number, Buffer>;
  trailer: string;
  /** Where the table shall say that an object lies, by its number: the place of these bytes in the file. */
  misplaced: Map<number, Buffer>;
}

export function openPdf(pdf: Uint8Array): ForgedPdf {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString("latin1");
  const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  const rows = [...text.slice(table).matchAll(/^(\d{10}) 00000 n /gm)];
  const places = rows.map(([, at], index) => ({ number: index + 1, start: Number(at) }));
  const inOrder = places.sort((one, other) => one.start - other.start);
  const objects = new Map<number, Buffer>();
  for (const [index, { number, start }] of inOrder.entries()) {
    const whole = bytes.subarray(start, inOrder[index + 1]?.start ?? table);
    objects.set(number, whole.subarray(whole.indexOf("obj\n") + 4, whole.lastIndexOf("\nendobj")));
  }
  const trailer = text.slice(text.indexOf("trailer\n", table) + 8, text.indexOf("\nstartxref", table));
  return { objects, trailer, misplaced: new Map() };
}

export function writePdf({ objects, trailer, misplaced }: ForgedPdf): Uint8Array {
  const parts = [Buffer.from("%PDF-1.7\n%\xff\xff\xff\xff\n", "latin1")];
  let length = parts[0]?.length ?? 0;
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, length);
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    parts.push(whole);
    length += whole.length;
  }
  const file = Buffer.concat(parts);
  for (const [number, bytes] of misplaced) offsets.set(number, file.indexOf(bytes));
  const most = Math.max(...offsets.keys());
  const rows = Array.from({ length: most }, (_, index) => {
    const at = offsets.get(index + 1);
    return at === undefined ? "0000000000 00000 f " : `${String(at).padStart(10, "0")} 00000 n `;
  });
  const size = trailer.replace(/\/Size \d+/, `/Size ${most + 1}`);
  const table = ["xref", `0 ${most + 1}`, "0000000000 65535 f ", ...rows, "trailer", size].join("\n");
  const end = `\nstartxref\n${length}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([file, Buffer.from(table + end, "latin1")]));
}

/** Number of the stream that the first page draws. */
export function firstContent({ objects }: ForgedPdf): number {
  const pages = [...objects.values()].map((body) => body.toString("latin1"));
  const kids = /\/Kids \[(\d+) 0 R/.exec(pages.find((body) => body.includes("/Type /Pages")) ?? "")?.[1];
  return Number(/\/Contents (\d+) 0 R/.exec(pages[[...objects.keys()].indexOf(Number(kids))] ?? "")?.[1]);
}

function contentOf({ objects }: ForgedPdf, number: number): Buffer {
  const body = objects.get(number) ?? Buffer.alloc(0);
  const start = body.indexOf("stream\n") + 7;
  return inflateSync(body.subarray(start, body.lastIndexOf("\nendstream")));
}

/** The first page draws this behind what it drew. */
export function draw(pdf: ForgedPdf, more: string): void {
  const page = firstContent(pdf);
  pdf.objects.set(page, packedStream(Buffer.concat([contentOf(pdf, page), Buffer.from(more)])));
}

/** A packed stream as ours are; more lines go into its dictionary. */
export function packedStream(content: Uint8Array | string, lines = ""): Buffer {
  return stream(deflateSync(content), `${lines}/Filter /FlateDecode\n`);
}

export function stream(bytes: Uint8Array, lines: string): Buffer {
  const dictionary = `<<\n${lines}/Length ${bytes.length}\n>>\nstream\n`;
  return Buffer.concat([Buffer.from(dictionary, "latin1"), bytes, Buffer.from("\nendstream")]);
}

/** Replaces text in whatever object has it. */
export function rewrite({ objects }: ForgedPdf, from: RegExp | string, to: string): void {
  for (const [number, body] of objects) {
    const text = body.toString("latin1");
    if (text.search(from) !== -1)
      return void objects.set(number, Buffer.from(text.replace(from, to), "latin1"));
  }
  throw new Error(`no object has ${from}`);
}

export function added({ objects }: ForgedPdf, body: Buffer | string): number {
  const number = Math.max(...objects.keys()) + 1;
  objects.set(number, Buffer.from(body));
  return number;
}
