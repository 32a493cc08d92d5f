/** What a PDF says about an image, as one text: what it names stands in its place, so that nothing is said elsewhere. */
import type { PdfObject } from "./pdf-objects.ts";

const reference = /\b(\d+) 0 R\b/g;

/** Rows of a PNG and the programs of ours are described in less. */
const longestNamed = 256;

/** Of what is not there or too long, only that it is named; ours never are. */
export function imageLooks(
  { dictionary }: PdfObject,
  objects: ReadonlyMap<number, PdfObject>,
  pdf: Uint8Array,
): string {
  return dictionary.replace(reference, (name, number: string) => {
    const named = objects.get(Number(number));
    if (!named) return name;
    const { start, length } = named.stream ?? { start: 0, length: 0 };
    if (named.dictionary.length + length > longestNamed) return name;
    return named.dictionary + String.fromCharCode(...pdf.subarray(start, start + length));
  });
}
