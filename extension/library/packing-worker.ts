/** The thread that packs: it reads the store by itself and, where it can, has the work done by threads beside it. */
import { codeOf, Failure } from "../../src/base/failure.ts";
import { openStore } from "../store/open-store.ts";
import { openSigner } from "../store/signing-key.ts";
import type { PackingNews } from "./packing-thread.ts";
import { packingThreads } from "./packing-threads.ts";
import { sealCase, type SealingOrder, type SealingWork } from "./seal-case.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<SealingOrder>) => void) | null;
  postMessage(news: PackingNews): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  seal(data).then(
    (sealed) => scope.postMessage({ kind: "sealed", sealed }),
    (error: unknown) => {
      const message = error instanceof Error ? error.message : "";
      const itemNumber = error instanceof Failure ? error.itemNumber : null;
      scope.postMessage({ kind: "failed", code: codeOf(error), message, itemNumber });
    },
  );
};

/** Asked for where it is needed: what writes documents is large. */
async function sealingWork(): Promise<SealingWork> {
  return import.meta.env.MODE === "firefox"
    ? (await import("./packing-alone.ts")).packingAlone
    : packingThreads;
}

/** Whoever started this thread stops it by ending it. */
async function seal(order: SealingOrder) {
  const store = await openStore();
  const means = {
    readFile: (itemId: string, name: string) => store.readFile(itemId, name),
    signer: await openSigner(),
    ...(await sealingWork()),
  };
  return await sealCase(means, order, {
    signal: new AbortController().signal,
    onProgress: (progress) => scope.postMessage({ kind: "progress", progress }),
  });
}
