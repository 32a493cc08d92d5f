/** Follows a capture by its journal until it has ended, whoever carries it on. */
import type { FailureCode } from "../../src/base/failure.ts";
import type { CaptureJournal } from "../../src/evidence/capture-journal.ts";
import type { StoredItem } from "../../src/evidence/evidence-store.ts";
import { askToRecover } from "../browser/ask-to-recover.ts";
import type { PopupPorts } from "./popup-ports.ts";

export type CaptureEnding = { kind: "kept"; stored: StoredItem } | { kind: "failed"; code: FailureCode };

interface Watching {
  ports: Pick<PopupPorts, "store" | "wait" | "sendToWorker">;
  signal: AbortSignal;
  onJournal: (journal: CaptureJournal) => void;
}

const pollMs = 250;
/** Between the last frame and the end there is nothing to see but the end. */
const pollNearEndMs = 50;
/** After so long without a sign somebody has to look whether the page is still there. */
const silentMs = 10_000;

/**
 * An item counts as kept only when it was read back; until then it is still being checked.
 * @throws whatever the store throws, and the signal's reason when aborted
 */
export async function watchCapture(watching: Watching, captureId: string): Promise<CaptureEnding> {
  const { ports, signal, onJournal } = watching;
  let silence = { sign: "", ms: 0 };
  for (;;) {
    signal.throwIfAborted();
    const journal = await ports.store.readCapture(captureId);
    if (!journal) return { kind: "failed", code: "capture-unknown" };
    onJournal(journal);
    const ending = await endingOf(ports, journal);
    if (ending) return ending;
    const sign = `${journal.state} ${journal.updatedAtUtc}`;
    if (sign !== silence.sign) silence = { sign, ms: 0 };
    if (silence.ms >= silentMs) {
      silence = { sign, ms: 0 };
      await askToRecover(ports.sendToWorker);
    }
    const isNearEnd = journal.state === "keeping" || journal.state === "kept";
    const waitMs = isNearEnd ? pollNearEndMs : pollMs;
    await ports.wait(waitMs, signal);
    silence.ms += waitMs;
  }
}

async function endingOf(ports: Watching["ports"], journal: CaptureJournal): Promise<CaptureEnding | null> {
  if (journal.state === "refused") return { kind: "failed", code: journal.refusedBecause ?? "nothing-kept" };
  if (journal.state !== "kept" || journal.itemId === null) return null;
  const stored = await ports.store.readItem(journal.itemId);
  if (!stored) return { kind: "failed", code: "nothing-kept" };
  return stored.readBackAt === null ? null : { kind: "kept", stored };
}
