/** Proves from its bytes that a PDF of ours holds no picture but those of the bag, and nothing that acts. */
import { sha256Hex } from "../base/digest.ts";

/** What pdfkit never writes for us: packed objects, other codecs, attached files, programs, links, names in other spellings. */
const foreign =
  /\/(?:ObjStm|DCTDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode|EmbeddedFile|JavaScript|JS|URI|Launch|RichMedia|Movie)\b|\/Subtype(?! \/)|\/[\w.+-]{0,40}#/;

const imageObject = "/Subtype /Image";
const streamStart = "stream\n";
const streamEnd = "\nendstream";
/** From the name of an image to its pixels there are a few numbers. */
const longestDictionary = 4_096;

export interface DrawnPixels {
  sha256: string;
  sizeBytes: number;
}

/**
 * SHA-256 and length of the pixel data of every image in the PDF, which is the joined IDAT of the PNG it was made from;
 * null among them stands for what is not of our form. Every byte is looked at a few times at most, whatever the file is.
 */
export async function pdfPictures(pdf: Uint8Array): Promise<(DrawnPixels | null)[]> {
  const text = latin1(pdf);
  if (!text.startsWith("%PDF-1.7") || foreign.test(withoutStreams(text))) return [null];
  const drawn: (DrawnPixels | null)[] = [];
  let hashed = 0;
  for (let at = text.indexOf(imageObject); at !== -1; at = text.indexOf(imageObject, at + 1)) {
    const pixels = pixelsBehind(text, at);
    hashed += pixels?.length ?? pdf.length;
    // Pictures lie side by side: more than the whole file means that they lie in each other.
    if (!pixels || hashed > pdf.length) return [...drawn, null];
    const sha256 = await sha256Hex(pdf.subarray(pixels.start, pixels.start + pixels.length));
    drawn.push({ sha256, sizeBytes: pixels.length });
  }
  return drawn;
}

/** Null when no stream of a stated length follows. */
function pixelsBehind(text: string, at: number): { start: number; length: number } | null {
  const dictionary = text.slice(at, at + longestDictionary);
  const end = dictionary.indexOf(streamStart);
  const length = /\/Length (\d{1,10})\b/.exec(dictionary.slice(0, Math.max(0, end)))?.[1];
  return length === undefined ? null : { start: at + end + streamStart.length, length: Number(length) };
}

/** Packed bytes may spell anything by chance. A stream that does not end is no stream, and stays. */
function withoutStreams(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(streamStart); at !== -1; at = text.indexOf(streamStart, from)) {
    const end = text.indexOf(streamEnd, at);
    if (end === -1) break;
    parts.push(text.slice(from, at));
    from = end + streamEnd.length;
  }
  return parts.join("") + text.slice(from);
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
