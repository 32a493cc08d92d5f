/** The steps of sealing that write documents; font and drawing take much memory. */
import type { BagInput } from "../../src/bundle/bundle-plan.ts";
import { type MadeDocuments, makeDocuments } from "../../src/bundle/make-documents.ts";
import { evidencePdf } from "../../src/report/pdf/evidence-pdf.ts";
import { handOverPdf } from "../../src/report/pdf/hand-over-pdf.ts";
import type { HandOverOrder, SealingOrder } from "./seal-case.ts";

export interface DocumentMeans extends Pick<BagInput, "readFile" | "signer"> {
  font: Uint8Array;
}

export function documentsStep(
  { readFile, signer, font }: DocumentMeans,
  order: SealingOrder,
): Promise<MadeDocuments> {
  return makeDocuments({
    ...order,
    // What the report shows is held to its digest before it is drawn.
    checksums: undefined,
    readFile,
    signer,
    writeReport: (language, subject) => evidencePdf(language, subject, font),
  });
}

export function sheetStep(
  { signer, font }: Pick<DocumentMeans, "signer" | "font">,
  handOver: HandOverOrder,
): Promise<Blob> {
  return handOverPdf("zh-TW", { ...handOver, keySha256: signer?.keySha256 ?? null }, font);
}
