/** Asks the worker to end captures that nobody drives any more; one that is driven, or waits for its tab, is left alone. */
import type { Send } from "../../src/protocol/connect.ts";

/** Without the worker nothing changes: the journal stays, and the next one who opens asks again. */
export async function askToRecover(sendToWorker: Send): Promise<void> {
  try {
    await sendToWorker("capture.recover", null);
  } catch {
    // Whoever asked shows the journal as it is.
  }
}
