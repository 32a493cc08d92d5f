/** What a PDF says about an image whose data goes in as it is: the one place for whoever writes it and whoever checks it. */
import { toHex } from "../../base/hex.ts";
import type { PDFDocument, PdfReference } from "pdfkit";
import { inksOnWhite } from "./alpha-on-white.ts";

/** Red, green and blue of each entry stand for a palette. */
export type PaperColours = "grey" | "rgb" | "grey-alpha" | "rgb-alpha" | Uint8Array;

export interface ImageForm {
  width: number;
  height: number;
  /** Of a sample. */
  bits: number;
  colours: PaperColours;
  /** As they lie in a PNG, or a whole JPEG. */
  packed: "png" | "jpeg";
}

const samples = { grey: 1, rgb: 3, "grey-alpha": 2, "rgb-alpha": 4 } as const;

function samplesOf({ colours }: ImageForm): number {
  return typeof colours === "string" ? samples[colours] : 1;
}

/** All but the data, which ends it. PDF reads the rows and filters of a PNG by itself (ISO 32000-1, 7.4.4.4). */
export function writeImage(document: PDFDocument, form: ImageForm): PdfReference {
  const { width, height, bits, packed } = form;
  const size = { BitsPerComponent: bits, Width: width, Height: height };
  const Filter = packed === "png" ? "FlateDecode" : "DCTDecode";
  const written = document.ref({ Type: "XObject", Subtype: "Image", ...size, Filter });
  if (packed === "png") {
    const rows = { Predictor: 15, Colors: samplesOf(form), BitsPerComponent: bits, Columns: width };
    written.data["DecodeParms"] = ended(document.ref(rows));
  }
  written.data["ColorSpace"] = colourSpace(document, form);
  return written;
}

function colourSpace(document: PDFDocument, { colours }: ImageForm): unknown {
  if (colours === "grey") return "DeviceGray";
  if (colours === "rgb") return "DeviceRGB";
  if (typeof colours !== "string") return ["Indexed", "DeviceRGB", colours.length / 3 - 1, colours];
  const { inks, space, program } = inksOnWhite[colours];
  const unit = (count: number) => Array.from({ length: count }, () => [0, 1]).flat();
  const range = unit(space === "DeviceRGB" ? 3 : 1);
  const made = document.ref({ FunctionType: 4, Domain: unit(inks.length), Range: range });
  // Written as it stands, so that a reader of the file sees what it is.
  made.compress = false;
  made.write(new TextEncoder().encode(program));
  return ["DeviceN", inks, space, ended(made)];
}

function ended(reference: PdfReference): PdfReference {
  reference.end();
  return reference;
}

/** The same as text of the file, with what it names written in its place. */
export function imageText(form: ImageForm, dataBytes: number): string {
  const { width, height, bits, packed } = form;
  const rows = `/Predictor 15\n/Colors ${samplesOf(form)}\n/BitsPerComponent ${bits}\n/Columns ${width}`;
  const filter =
    packed === "png" ? `/Filter /FlateDecode\n/DecodeParms <<\n${rows}\n>>` : "/Filter /DCTDecode";
  const size = `/BitsPerComponent ${bits}\n/Width ${width}\n/Height ${height}`;
  const colours = `/ColorSpace ${colourText(form)}\n/Length ${dataBytes}`;
  return `<<\n/Type /XObject\n/Subtype /Image\n${size}\n${filter}\n${colours}\n>>`;
}

function colourText({ colours }: ImageForm): string {
  if (colours === "grey") return "/DeviceGray";
  if (colours === "rgb") return "/DeviceRGB";
  if (typeof colours !== "string") {
    return `[/Indexed /DeviceRGB ${colours.length / 3 - 1} <${toHex(colours)}>]`;
  }
  const { inks, space, program } = inksOnWhite[colours];
  const unit = (count: number) => `[${Array(count).fill("0 1").join(" ")}]`;
  const range = unit(space === "DeviceRGB" ? 3 : 1);
  const head = `/FunctionType 4\n/Domain ${unit(inks.length)}\n/Range ${range}\n/Length ${program.length}`;
  const names = inks.map((ink) => `/${ink}`).join(" ");
  return `[/DeviceN [${names}] /${space} <<\n${head}\n>>${program}]`;
}
