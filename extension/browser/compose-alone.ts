/** Draws a capture's strips, one at a time in the whole extension: whoever comes second finds them drawn. */
import { type Composing, composeCapture } from "../../src/evidence/compose-capture.ts";

/** The lock ends with the context that holds it, so a killed worker or page holds nobody up. */
export async function composeAlone(composing: Composing): Promise<void> {
  await navigator.locks.request(`compose-${composing.captureId}`, () => composeCapture(composing));
}
