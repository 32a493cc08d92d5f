/** Works out one SHA-256 on a thread of its own, in pieces as they come, and says how far it is. */
import { streamDigest } from "../../src/base/stream-digest.ts";
import type { DigestAnswer, DigestOrder } from "./digest-thread.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<DigestOrder>) => void) | null;
  postMessage(answer: DigestAnswer, moved?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
const digest = streamDigest();
/** One after the other, however the pieces come. */
let work = Promise.resolve();

scope.onmessage = ({ data }) => {
  work = work.then(() => take(data));
};

async function take(order: DigestOrder): Promise<void> {
  const hasher = await digest;
  if (order.kind === "end") return scope.postMessage({ kind: "hex", hex: await hasher.hex() });
  await hasher.update(order.bytes);
  scope.postMessage({ kind: "taken", bytes: order.bytes }, [order.bytes.buffer]);
}
