/** Pictures on their way into a document: none of their bytes is kept in memory, only where they lie. */
import type { OpenedImage } from "pdfkit";
import type { PdfOutput } from "./pdf-output.ts";

export interface PlacedPicture {
  /** Of its own in the document. */
  label: string;
  /** Its packed pixels, or a whole JPEG. */
  data: Blob;
  output: PdfOutput;
}

/** By the name of the file. */
export type OpenedImages = ReadonlyMap<string, OpenedImage>;
