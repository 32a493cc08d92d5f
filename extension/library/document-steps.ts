/** The steps of sealing that write documents; font and drawing take much memory. */
import type { MeasuredFile } from "../../src/bundle/bag-file.ts";
import type { BagInput } from "../../src/bundle/bundle-plan.ts";
import { makeReport } from "../../src/bundle/make-documents.ts";
import { evidencePdf } from "../../src/report/pdf/evidence-pdf.ts";
import { handOverPdf } from "../../src/report/pdf/hand-over-pdf.ts";
import type { ReportSubject } from "../../src/report/report-subject.ts";
import type { HandOverOrder } from "./seal-case.ts";

export function reportStep(font: Uint8Array, subject: ReportSubject): Promise<MeasuredFile> {
  return makeReport(subject, (language, told) => evidencePdf(language, told, font));
}

export function sheetStep(
  { signer, font }: Pick<BagInput, "signer"> & { font: Uint8Array },
  handOver: HandOverOrder,
): Promise<Blob> {
  return handOverPdf("zh-TW", { ...handOver, keySha256: signer?.keySha256 ?? null }, font);
}
