/** A picture put into a PDF as it is: a JPEG whole, of a PNG its packed pixels; no byte of them is decoded. */
import type { OpenedImage, PDFDocument, PdfReference } from "pdfkit";
import { type ImageForm, writeImage } from "./image-form.ts";
import { jpegForm } from "./jpeg-form.ts";
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

/** What pdfkit asks of an image; its label is its own in the document. */
export class PlainPicture implements OpenedImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  obj: PdfReference | null = null;
  readonly #picture: PictureOnPaper;

  constructor(picture: PictureOnPaper, label: string) {
    [this.width, this.height, this.label] = [picture.form.width, picture.form.height, label];
    this.#picture = picture;
  }

  embed(document: PDFDocument): void {
    this.obj = writeImage(document, this.#picture.form, this.#picture.data);
  }
}
