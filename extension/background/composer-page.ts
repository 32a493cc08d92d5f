/** The page that draws strips, seen from the worker: opened, asked and closed. Where there is none, the worker draws. */
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { offscreen } from "../browser/api.ts";
import { composeAlone } from "../browser/compose-alone.ts";
import { sendToWorker as sendToOwnPages } from "../browser/send.ts";

/** Where it cannot be opened, or is open already, nothing is lost. */
export async function openComposer(): Promise<void> {
  await offscreen
    ?.createDocument({
      url: "extension/offscreen/composer.html",
      reasons: ["BLOBS"],
      justification: "Puts the pictures of a captured page together on this computer.",
    })
    .catch(() => undefined);
}

export async function closeComposer(): Promise<void> {
  await offscreen?.closeDocument().catch(() => undefined);
}

/**
 * Draws every strip that is not drawn yet.
 * @throws Failure `picture-unreadable`, `storage-full`, `storage-failed`; the frames stay whatever happens
 */
export async function drawStrips(store: EvidenceStore, captureId: string): Promise<void> {
  await openComposer();
  const isDrawn = offscreen !== null && (await askComposer(captureId));
  // Firefox has no such page, and one that broke has let go of its lock: what it drew is stored.
  if (!isDrawn) await composeAlone({ store, captureId, isEnded: true });
}

async function askComposer(captureId: string): Promise<boolean> {
  try {
    await sendToOwnPages("capture.compose", { captureId });
    return true;
  } catch {
    return false;
  }
}
