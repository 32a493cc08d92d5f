/** Reads and measures one file after the other on a thread of its own. */
import { fastCrc32 } from "../../src/base/fast-crc32.ts";
import { measureFile } from "../../src/bundle/measure-file.ts";
import type { ReadingAnswer, ReadingOrder } from "./reading-threads.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<ReadingOrder>) => void) | null;
  postMessage(answer: ReadingAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
const compiled = fastCrc32();

scope.onmessage = ({ data: { number, content, stated } }) => {
  compiled
    .then((crc32) => measureFile(content, { stated, crc32 }))
    .then(
      (measure) => scope.postMessage({ number, measure }),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : "";
        scope.postMessage({ number, measure: null, message });
      },
    );
};
