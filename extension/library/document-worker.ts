/** Writes the report and the hand-over sheet on a thread of its own. */
import { evidencePdf } from "../../src/report/pdf/evidence-pdf.ts";
import { handOverPdf } from "../../src/report/pdf/hand-over-pdf.ts";
import type { DocumentAnswer, DocumentOrder } from "./document-thread.ts";
import { reportFont } from "./report-font.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<DocumentOrder>) => void) | null;
  postMessage(answer: DocumentAnswer, moved?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const font = reportFont();

scope.onmessage = ({ data }) => {
  written(data).then(
    (bytes) => scope.postMessage({ kind: "written", bytes }, [bytes.buffer]),
    (error: unknown) =>
      scope.postMessage({ kind: "failed", message: error instanceof Error ? error.message : "" }),
  );
};

function written(order: DocumentOrder): Promise<Uint8Array<ArrayBuffer>> {
  return order.kind === "report"
    ? evidencePdf(order.language, order.subject, font)
    : handOverPdf(order.language, order.handOver, font);
}
