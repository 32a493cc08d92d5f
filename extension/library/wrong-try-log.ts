/** Wrong passphrases into the log of the case that a locked file belongs to. What was typed never comes here. */
import { digestOfBlob } from "../../src/base/stream-digest.ts";
import {
  recordWrongTries,
  type TriedFile,
  whoseLocked,
  whoseSeal,
} from "../../src/evidence/record-wrong-tries.ts";
import type { LibraryPorts } from "./library-ports.ts";
import type { WrongTryLog } from "./use-checking.ts";

/** A file may have gigabytes, and its tries come one after the other. */
const digests = new WeakMap<Blob, Promise<string>>();

function digestOf(file: Blob): Promise<string> {
  const digest = digests.get(file) ?? digestOfBlob(file);
  digests.set(file, digest);
  return digest;
}

export function wrongTryLog({
  store,
  clock,
  writeLedger,
}: Pick<LibraryPorts, "store" | "clock" | "writeLedger">): WrongTryLog {
  const write = async (file: TriedFile | null, tries: number) => {
    if (!file) return false;
    await recordWrongTries({ store, clock }, file, tries);
    await writeLedger();
    return true;
  };
  return {
    atOnce: async (file, tries) => write(await whoseLocked(store, () => digestOf(file)), tries),
    bySeal: async (seal, tries) => write(await whoseSeal(store, seal), tries),
    restored: write,
  };
}
