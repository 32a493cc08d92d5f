/** A picture of ours put into a PDF as it is: its packed pixels go in unchanged, and no byte of them is looked at. */
import type { OpenedImage, PDFDocument, PdfReference } from "pdfkit";
import { readChunks } from "../../capture/png/read-chunks.ts";

/** Null for what is not plain RGB of 8 bits: that is left to pdfkit's own reader. */
export function plainPicture(png: Uint8Array, label: string): OpenedImage | null {
  try {
    const { width, height, channels, compressed } = readChunks(new Uint8Array(png));
    return channels === 3 ? new PlainPicture({ width, height, compressed, label }) : null;
  } catch {
    return null;
  }
}

interface PictureParts {
  width: number;
  height: number;
  compressed: readonly Uint8Array[];
  /** Of its own in the document. */
  label: string;
}

/** What pdfkit asks of an image; PDF reads the rows and filters of a PNG by itself (ISO 32000-1, 7.4.4.4). */
class PlainPicture implements OpenedImage {
  readonly label: string;
  readonly width: number;
  readonly height: number;
  obj: PdfReference | null = null;
  readonly #compressed: readonly Uint8Array[];

  constructor({ width, height, compressed, label }: PictureParts) {
    [this.width, this.height, this.label] = [width, height, label];
    this.#compressed = compressed;
  }

  embed(document: PDFDocument): void {
    const form = { BitsPerComponent: 8, Width: this.width, Height: this.height };
    const obj = document.ref({ Type: "XObject", Subtype: "Image", ...form, Filter: "FlateDecode" });
    this.obj = obj;
    const rows = document.ref({ Predictor: 15, Colors: 3, BitsPerComponent: 8, Columns: this.width });
    obj.data["DecodeParms"] = rows;
    rows.end();
    obj.data["ColorSpace"] = "DeviceRGB";
    for (const part of this.#compressed) obj.write(part);
    obj.end();
  }
}
