/** Writes the report and the hand-over sheet on a thread of its own. */
import { evidencePdf } from "../../src/report/pdf/evidence-pdf.ts";
import { handOverPdf } from "../../src/report/pdf/hand-over-pdf.ts";
import type { DocumentAnswer, DocumentOrder } from "./document-thread.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<DocumentOrder>) => void) | null;
  postMessage(answer: DocumentAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  written(data).then(
    (document) => scope.postMessage({ kind: "written", document }),
    (error: unknown) =>
      scope.postMessage({ kind: "failed", message: error instanceof Error ? error.message : "" }),
  );
};

function written(order: DocumentOrder): Promise<Blob> {
  return order.kind === "report"
    ? evidencePdf(order.language, order.subject, order.font)
    : handOverPdf(order.language, order.handOver, order.font);
}
