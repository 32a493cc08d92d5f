/**
 * The same on the thread that packs. On a busy machine Firefox does not come back from opening a thread on a thread
 * (measured on ESR 153: a third of all packings stood still in `new Worker`).
 */
import { fastCrc32 } from "../../src/base/fast-crc32.ts";
import { streamDigest } from "../../src/base/stream-digest.ts";
import { measureFile } from "../../src/bundle/measure-file.ts";
import { evidencePdf } from "../../src/report/pdf/evidence-pdf.ts";
import { handOverPdf } from "../../src/report/pdf/hand-over-pdf.ts";
import { reportFont } from "./report-font.ts";
import type { Measuring, SealingWork } from "./seal-case.ts";

export const packingAlone: SealingWork = {
  openMeasuring: measuring,
  writeReport: (language, subject) => evidencePdf(language, subject, reportFont()),
  writeHandOver: (language, handOver) => handOverPdf(language, handOver, reportFont()),
  openDigest: streamDigest,
};

function measuring(): Measuring {
  const compiled = fastCrc32();
  return {
    measure: async (content, stated) => measureFile(content, { stated, crc32: await compiled }),
    end: () => undefined,
  };
}
