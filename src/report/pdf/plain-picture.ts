/** A picture of ours put into a PDF as it is: its packed pixels go in unchanged, and no byte of them is looked at. */
import type { OpenedImage, PDFDocument, PdfReference } from "pdfkit";
import { type PngParts, readChunks } from "../../capture/png/read-chunks.ts";
import { alphaInks, alphaOnWhite } from "./alpha-on-white.ts";

/** Null for what is not RGB of 8 bits, with alpha or without: that is left to pdfkit's own reader. */
export function plainPicture(png: Uint8Array, label: string): OpenedImage | null {
  try {
    return new PlainPicture({ ...readChunks(new Uint8Array(png)), label });
  } catch {
    return null;
  }
}

interface PictureParts extends PngParts {
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
  readonly #channels: 3 | 4;

  constructor({ width, height, channels, compressed, label }: PictureParts) {
    [this.width, this.height, this.label] = [width, height, label];
    [this.#compressed, this.#channels] = [compressed, channels];
  }

  embed(document: PDFDocument): void {
    const form = { BitsPerComponent: 8, Width: this.width, Height: this.height };
    const obj = document.ref({ Type: "XObject", Subtype: "Image", ...form, Filter: "FlateDecode" });
    this.obj = obj;
    const colours = { Colors: this.#channels, BitsPerComponent: 8 };
    const rows = document.ref({ Predictor: 15, ...colours, Columns: this.width });
    obj.data["DecodeParms"] = rows;
    rows.end();
    obj.data["ColorSpace"] = this.#channels === 3 ? "DeviceRGB" : [...alphaInks, onWhite(document)];
    for (const part of this.#compressed) obj.write(part);
    obj.end();
  }
}

/** Written as it stands, so that a reader of the file sees what it is. */
function onWhite(document: PDFDocument): PdfReference {
  const unit = [0, 1];
  const from = [unit, unit, unit, unit].flat();
  const made = document.ref({ FunctionType: 4, Domain: from, Range: from.slice(2) });
  made.compress = false;
  made.write(new TextEncoder().encode(alphaOnWhite));
  made.end();
  return made;
}
