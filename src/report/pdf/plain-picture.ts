/** A picture put into a PDF as it is: a JPEG whole, of a PNG its packed pixels; no byte of them is decoded. */
import type { OpenedImage, PDFDocument, PdfReference } from "pdfkit";
import { type ImageForm, writeImage } from "./image-form.ts";
import { jpegForm } from "./jpeg-form.ts";
import type { PlacedPicture } from "./placed-picture.ts";
import { pngOnPaper } from "./png-on-paper.ts";

export interface PictureOnPaper {
  form: ImageForm;
  /** In pieces. */
  data: readonly Uint8Array<ArrayBuffer>[];
}

/** Null for what a PDF cannot carry without decoding it first. */
export function pictureOnPaper(bytes: Uint8Array<ArrayBuffer>): PictureOnPaper | null {
  // The two bytes with which a JPEG begins.
  if (bytes[0] === 0xff && bytes[1] === 0xd8) {
    const form = jpegForm(bytes);
    return form && { form, data: [bytes] };
  }
  const png = pngOnPaper(bytes);
  return png && { form: png.form, data: png.compressed };
}

/** The same data as a part of the file it was read from, so that it need not stay in memory. */
export function dataIn(file: Blob, { data }: PictureOnPaper): Blob {
  return new Blob(data.map(({ byteOffset, length }) => file.slice(byteOffset, byteOffset + length)));
}

/** What pdfkit asks of an image. */
export class PlainPicture implements OpenedImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  obj: PdfReference | null = null;
  readonly #form: ImageForm;
  readonly #place: PlacedPicture;

  constructor(form: ImageForm, place: PlacedPicture) {
    [this.width, this.height, this.label] = [form.width, form.height, place.label];
    [this.#form, this.#place] = [form, place];
  }

  embed(document: PDFDocument): void {
    this.obj = writeImage(document, this.#form);
    this.#place.output.endWith(this.obj, this.#place.data);
  }
}
