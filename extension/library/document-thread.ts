/** Documents are written on a thread each: font and drawing take much memory, and it goes with the thread. */
import type { HandOver } from "../../src/report/pdf/hand-over-pdf.ts";
import type { ReportSubject } from "../../src/report/report-subject.ts";
import type { Language } from "../../src/words/say.ts";
import { unpackedFont } from "./font-thread.ts";

export type DocumentTask =
  | { kind: "report"; language: Language; subject: ReportSubject }
  | { kind: "hand-over"; language: Language; handOver: HandOver };

export type DocumentOrder = DocumentTask & { font: Uint8Array<ArrayBuffer> };

export type DocumentAnswer = { kind: "written"; document: Blob } | { kind: "failed"; message: string };

/** A PDF. @throws Error when it cannot be written */
export function writeReport(language: Language, subject: ReportSubject): Promise<Blob> {
  return written({ kind: "report", language, subject });
}

/** A PDF. @throws Error when it cannot be written */
export function writeHandOver(language: Language, handOver: HandOver): Promise<Blob> {
  return written({ kind: "hand-over", language, handOver });
}

async function written(task: DocumentTask): Promise<Blob> {
  const font = await unpackedFont();
  const thread = new Worker(new URL("./document-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      const fail = (message: string) => reject(new Error(`the document was not written: ${message}`));
      thread.onmessage = ({ data }: MessageEvent<DocumentAnswer>) =>
        data.kind === "written" ? resolve(data.document) : fail(data.message);
      thread.onerror = ({ message }) => fail(message);
      thread.postMessage({ ...task, font } satisfies DocumentOrder, [font.buffer]);
    });
  } finally {
    thread.terminate();
  }
}
