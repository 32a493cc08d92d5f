/** Pointing as pages of ours see it: asked of the worker, followed in the browser's memory. */
import type { PointStart } from "../../src/protocol/contract.ts";
import type { FieldName } from "../../src/platforms/field.ts";
import { readPointing, watchPointing } from "../store/pointing-record.ts";
import { sendToWorker } from "./send.ts";

type Refusal = Extract<PointStart, { kind: "refused" }>["because"];

export const pointingPort = {
  start: async (itemId: string, field: FieldName): Promise<Refusal | null> => {
    const answer = await sendToWorker("point.start", { itemId, field });
    return answer.kind === "refused" ? answer.because : null;
  },
  stop: async (): Promise<void> => void (await sendToWorker("point.stop", null)),
  read: readPointing,
  watch: watchPointing,
};
