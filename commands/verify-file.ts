/** Checks one file on this machine; it is read in pieces, never whole. Every command that checks a bundle does it here. */
import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { type Verification, verifyBundle } from "../src/verify/verify-bundle.ts";
import { fileMeans } from "./file-means.ts";
import { threadsFor } from "./check-threads.ts";

/** Below it one thread is done before others have begun. */
const worthThreadsBytes = 32 * 1024 * 1024;

/** Each holds a strip, two frames and what was inflated last: about 60 MB, of a 4K screen 130 MB. */
const mostThreads = 8;

/** Null when there is no such file. A large one is checked by so many threads; on every core when not said. */
export async function verifyFile(
  file: string,
  threads = availableParallelism(),
): Promise<Verification | null> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) return null;
  const isWorthThreads = threads > 1 && facts.size > worthThreadsBytes;
  const means = fileMeans(file);
  try {
    return await verifyBundle(await openAsBlob(file), {
      means,
      threads: isWorthThreads ? threadsFor(file, Math.min(threads, mostThreads)) : undefined,
    });
  } finally {
    means.close();
  }
}
