/** Checks many files at once, on every core; results come in the order of the files. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Verification } from "../src/verify/verification.ts";
import type { Unlocking } from "./unlock-file.ts";
import { verifyFile } from "./verify-file.ts";
import type { WorkerTask } from "./verify-worker.ts";

export type VerifiedFile = readonly [file: string, result: Verification | null];

export async function verifyFiles(
  files: readonly string[],
  unlocking: Unlocking | null,
): Promise<VerifiedFile[]> {
  const cores = availableParallelism();
  const workers = Math.min(files.length, cores);
  if (workers < 2)
    return await Promise.all(
      files.map(async (file) => [file, await verifyFile(file, { unlocking })] as const),
    );
  const task: WorkerTask = { threads: Math.floor(cores / workers), unlocking };
  const results = new Map<number, Verification | null>();
  let next = 0;
  const takeNext = () => (next < files.length ? next++ : null);
  await Promise.all(Array.from({ length: workers }, () => work(files, { takeNext, task }, results)));
  return files.map((file, index) => [file, results.get(index) ?? null] as const);
}

/** One worker, until nothing is left to take. */
async function work(
  files: readonly string[],
  { takeNext, task }: { takeNext: () => number | null; task: WorkerTask },
  results: Map<number, Verification | null>,
): Promise<void> {
  const worker = new Worker(new URL("./verify-worker.mjs", import.meta.url), { workerData: task });
  try {
    for (let index = takeNext(); index !== null; index = takeNext()) {
      const answer = new Promise<Verification | null>((resolve, reject) => {
        worker.once("message", resolve);
        worker.once("error", reject);
      });
      worker.postMessage(files[index]);
      results.set(index, await answer);
    }
  } finally {
    await worker.terminate();
  }
}
