/** Proves from its bytes that a PDF of ours shows no picture but those of the bag, and holds nothing that acts. */
import { sha256Hex } from "../base/digest.ts";
import { inksOnWhite } from "../report/pdf/alpha-on-white.ts";
import { drawsPlainly, unpacked } from "./pdf-content.ts";
import { imageLooks } from "./pdf-image.ts";
import { type PdfForm, type PdfObject, pdfObjects } from "./pdf-objects.ts";

/**
 * What pdfkit never writes for us: packed objects, other codecs, drawings inside drawings, fonts and fillings that are
 * drawn, notes, attached files, programs, links, locks, names in other spellings, remarks.
 */
const foreign =
  /\/(?:ObjStm|XRef|ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode|F|Form|Type3|CharProcs|Pattern|Shading|SMask|Mask|Annots?|AP|EmbeddedFiles?|JavaScript|JS|URI|Launch|RichMedia|Movie|OpenAction|AA|Encrypt|Prev)\b|\/Subtype(?! \/)|[#%]/;

const reference = /(?:\/(\w+) )?\b(\d+)\s+\d+\s+R\b/g;

/** All pages together, unpacked: one has some ten thousand characters. */
const mostPageCharacters = 96 * 1024 * 1024;

export interface DrawnPixels {
  sha256: string;
  sizeBytes: number;
  /** All the file says about how the data becomes a picture. */
  looks: string;
}

/**
 * SHA-256 and length of the data of every image in the PDF, the joined IDAT of the PNG it was made from or a whole JPEG,
 * and what the PDF says about it; null among them stands for what is not of our form. Letters and lines that were set to look like a picture cannot be
 * told from letters and lines: of those only signature, stamp and paper tell.
 */
export async function pdfPictures(pdf: Uint8Array<ArrayBuffer>): Promise<(DrawnPixels | null)[]> {
  const form = pdfObjects(pdf);
  const written = form && [...form.objects.map(({ dictionary }) => dictionary), form.trailer];
  if (!written || written.some((text) => foreign.test(text))) return [null];
  const uses = usesOf(written, streamNumbers(form));
  const objects = new Map(form.objects.map((object) => [object.number, object]));
  const drawn: DrawnPixels[] = [];
  let characters = 0;
  for (const { object, bytes } of streamsOf(form, pdf)) {
    const kind = kindOf(object, { keys: uses.get(object.number), bytes });
    if (kind === "image") {
      const looks = imageLooks(object, objects, pdf);
      drawn.push({ sha256: await sha256Hex(bytes), sizeBytes: bytes.length, looks });
    }
    const content = kind === "page" ? await unpacked(bytes) : "";
    characters += content?.length ?? 0;
    const isPlain = content !== null && characters <= mostPageCharacters && drawsPlainly(content);
    if (kind === null || !isPlain) return [...drawn, null];
  }
  return drawn;
}

function* streamsOf({ objects }: PdfForm, pdf: Uint8Array<ArrayBuffer>) {
  for (const object of objects) {
    if (!object.stream) continue;
    const { start, length } = object.stream;
    yield { object, bytes: pdf.subarray(start, start + length) };
  }
}

function streamNumbers({ objects }: PdfForm): Set<number> {
  return new Set(objects.flatMap(({ number, stream }) => (stream ? [number] : [])));
}

/** By stream: the keys under which others name it; empty for a name in a list. All else, of which there is much more, nobody asks. */
function usesOf(written: readonly string[], streams: ReadonlySet<number>): Map<number, Set<string>> {
  const uses = new Map<number, Set<string>>();
  for (const text of written) {
    for (const [, key = "", digits] of text.matchAll(reference)) {
      const number = Number(digits);
      if (!streams.has(number)) continue;
      uses.set(number, (uses.get(number) ?? new Set()).add(key));
    }
  }
  return uses;
}

const unseen: ReadonlySet<string> = new Set(["FontFile2", "FontFile3", "ToUnicode", "Metadata"]);

/** pdfkit numbers the pictures of a page, ours are K and the others I. */
function isImageName(key: string): boolean {
  return /^[IK]\d+$/.test(key);
}

interface Seen {
  /** Under which others name it. */
  keys: ReadonlySet<string> | undefined;
  bytes: Uint8Array;
}

/** A stream is one thing only, for every reader: an image, a page, or something that is not shown. Null for all else. */
function kindOf({ dictionary, stream }: PdfObject, { keys = new Set(), bytes }: Seen) {
  const plainPage = `<<\n/Length ${stream?.length}\n/Filter /FlateDecode\n>>`;
  if (dictionary.includes("/Subtype /Image")) return [...keys].every(isImageName) ? "image" : null;
  if (dictionary.includes("/DCTDecode")) return null;
  if ([...keys].every((key) => key === "Contents")) return dictionary === plainPage ? "page" : null;
  if ([...keys].every((key) => key === "DeviceRGB" || key === "DeviceGray"))
    return isOnWhite(bytes) ? "colours" : null;
  return [...keys].every((key) => unseen.has(key)) ? "unseen" : null;
}

/** The ways in which colours are worked out in a report of ours. */
function isOnWhite(bytes: Uint8Array): boolean {
  return Object.values(inksOnWhite).some(
    ({ program }) => bytes.length === program.length && new TextDecoder().decode(bytes) === program,
  );
}
