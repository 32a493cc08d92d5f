/** Draws a capture's strips, one at a time in the whole extension: whoever comes second finds them drawn. */
import { composeCapture } from "../../src/evidence/compose-capture.ts";
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";

/** The lock ends with the context that holds it, so a killed worker or page holds nobody up. */
export async function composeAlone(store: EvidenceStore, captureId: string, isEnded: boolean): Promise<void> {
  await navigator.locks.request(`compose-${captureId}`, () => composeCapture({ store, captureId, isEnded }));
}
