/** Proves from its bytes that a PDF of ours holds no picture but those of the bag, and nothing that acts. */
import { sha256Hex } from "../base/digest.ts";

/** What pdfkit never writes for us: packed objects, other codecs, attached files, programs, links. */
const foreign =
  /\/(?:ObjStm|DCTDecode|JPXDecode|JBIG2Decode|CCITTFaxDecode|EmbeddedFile|JavaScript|JS|URI|Launch|RichMedia|Movie)\b/;

const imageObject = /\/Subtype \/Image\b/g;

/**
 * SHA-256 of the pixel data of every image in the PDF, which is the joined IDAT of the PNG it was made from;
 * null among them stands for what is not of our form.
 */
export async function pdfPictures(pdf: Uint8Array): Promise<(string | null)[]> {
  const text = latin1(pdf);
  if (!text.startsWith("%PDF-1.7") || foreign.test(withoutStreams(text))) return [null];
  const digests: (string | null)[] = [];
  for (const { index } of text.matchAll(imageObject)) {
    const start = text.indexOf("stream\n", index) + "stream\n".length;
    const length = /\/Length (\d+)\b/.exec(text.slice(index, start))?.[1];
    digests.push(length === undefined ? null : await sha256Hex(pdf.subarray(start, start + Number(length))));
  }
  return digests;
}

/** Packed bytes may spell anything by chance. */
function withoutStreams(text: string): string {
  return text.replace(/stream\n[\s\S]*?\nendstream/g, "");
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}
