/** Checks one file on this machine; it is read in pieces, never whole. Every command that checks a bundle does it here. */
import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { type Verification, verifyBundle } from "../src/verify/verify-bundle.ts";
import { threadsFor } from "./strip-threads.ts";

/** Below it one thread is done before others have begun. */
const worthThreadsBytes = 32 * 1024 * 1024;

/** Each holds a strip, two frames and what was inflated last: about 60 MB, of a 4K screen 130 MB. */
const mostThreads = 8;

/** Null when there is no such file. Pictures of a large one are compared by so many threads; on every core when not said. */
export async function verifyFile(
  file: string,
  threads = availableParallelism(),
): Promise<Verification | null> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) return null;
  const strips =
    threads > 1 && facts.size > worthThreadsBytes
      ? threadsFor(file, Math.min(threads, mostThreads))
      : undefined;
  return verifyBundle(await openAsBlob(file), { strips });
}
