/** Checks one file on this machine; it is read in pieces, never whole. Every command that checks a bundle does it here. */
import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { unreadable, type Verification } from "../src/verify/verification.ts";
import { verifyBundle } from "../src/verify/verify-bundle.ts";
import { fileMeans } from "./file-means.ts";
import { threadsFor } from "./check-threads.ts";
import { type Unlocking, unlockFile } from "./unlock-file.ts";

/** Below it one thread is done before others have begun. */
const worthThreadsBytes = 32 * 1024 * 1024;

/** Each holds a strip, two frames and what was inflated last: about 60 MB, of a 4K screen 130 MB. */
const mostThreads = 8;

interface FileCheck {
  /** Every core where not said. */
  threads?: number;
  /** What opens a locked bundle. */
  unlocking?: Unlocking | null;
}

/** Null when there is no such file. A large one is checked by so many threads; of a locked one, the bundle inside. */
export async function verifyFile(
  file: string,
  { threads = availableParallelism(), unlocking = null }: FileCheck = {},
): Promise<Verification | null> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) return null;
  try {
    const unlocked = await unlockFile(file, unlocking);
    if (unlocked.kind === "not-locked") return await verifyOpen(file, threads);
    if (unlocked.kind === "refused") return unreadable(unlocked.finding);
    return await verifyOpen(unlocked.file, threads).finally(unlocked.close);
  } catch (error) {
    return unreadable({ code: "reading-failed", detail: error instanceof Error ? error.message : "" });
  }
}

async function verifyOpen(file: string, threads: number): Promise<Verification> {
  const { size } = await stat(file);
  const isWorthThreads = threads > 1 && size > worthThreadsBytes;
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
