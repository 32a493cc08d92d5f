/** A JPEG put into a PDF as it is, byte for byte: nothing here decodes it (ISO 32000-1, 7.4.8). */
import type { OpenedImage, PDFDocument, PdfReference } from "pdfkit";
import { mostPixels, pictureSize } from "../../evidence/imports/picture-size.ts";

const colourSpaces: Readonly<Record<number, string>> = { 1: "DeviceGray", 3: "DeviceRGB" };

export interface JpegForm {
  width: number;
  height: number;
  colourSpace: string;
}

/** Null for what is no grey or coloured JPEG of 8 bits, or larger than anything should decode. */
export function jpegForm(bytes: Uint8Array<ArrayBuffer>): JpegForm | null {
  const size = pictureSize(bytes, "image/jpeg");
  const head = size && frameHead(bytes);
  const colourSpace = head && head.bits === 8 ? colourSpaces[head.components] : undefined;
  return size && colourSpace && size.width * size.height <= mostPixels ? { ...size, colourSpace } : null;
}

/** ITU-T T.81, B.2.2: of the first frame; the size was read from the same place. */
function frameHead(bytes: Uint8Array): { bits: number; components: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 <= bytes.length; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { bits: view.getUint8(at + 4), components: view.getUint8(at + 9) };
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

export class PlainJpeg implements OpenedImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  obj: PdfReference | null = null;
  readonly #bytes: Uint8Array;
  readonly #colourSpace: string;

  constructor(bytes: Uint8Array, { width, height, colourSpace }: JpegForm, label: string) {
    [this.width, this.height, this.label] = [width, height, label];
    [this.#bytes, this.#colourSpace] = [bytes, colourSpace];
  }

  embed(document: PDFDocument): void {
    const form = { BitsPerComponent: 8, Width: this.width, Height: this.height };
    const obj = document.ref({ Type: "XObject", Subtype: "Image", ...form, Filter: "DCTDecode" });
    this.obj = obj;
    obj.data["ColorSpace"] = this.#colourSpace;
    obj.write(this.#bytes);
    obj.end();
  }
}
