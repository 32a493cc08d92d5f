/** A worker may be killed at any moment; the next message wakes a new one, so a lost message is sent again. */
import type { Transport } from "../../src/protocol/connect.ts";

const waitsMs = [300, 1_000, 3_000];

export function insistently(send: Transport): Transport {
  return async (envelope) => {
    for (const waitMs of waitsMs) {
      try {
        const reply = await send(envelope);
        if (reply !== undefined) return reply;
      } catch {
        // Nobody was there; somebody will be.
      }
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    return send(envelope);
  };
}
