/** Works out one SHA-256 on a thread of its own, in pieces as they come, and says how far it is. */
import { type StreamDigest, streamDigest } from "../../src/base/stream-digest.ts";
import type { DigestAnswer, DigestOrder } from "./digest-thread.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<DigestOrder>) => void) | null;
  postMessage(answer: DigestAnswer, moved?: Transferable[]): void;
}

const scope = globalThis as unknown as WorkerScope;
let digest: Promise<StreamDigest> | null = null;
/** One after the other, however the pieces come. */
let work = Promise.resolve();

scope.onmessage = ({ data }) => {
  work = work.then(() => take(data));
};

async function take(order: DigestOrder): Promise<void> {
  if (order.kind === "begin") digest = streamDigest(order.from);
  const hasher = await digest;
  if (!hasher) throw new TypeError("what is to be digested has a beginning");
  if (order.kind === "hex") scope.postMessage({ kind: "hex", hex: await hasher.hex() });
  if (order.kind === "state") scope.postMessage({ kind: "state", state: await hasher.state() });
  if (order.kind !== "more") return;
  await hasher.update(order.bytes);
  scope.postMessage({ kind: "taken", bytes: order.bytes }, [order.bytes.buffer]);
}
