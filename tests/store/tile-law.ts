/** The law of strips: they are derived, and lie beside the frames they were drawn from. */
import type { EvidenceStore } from "../../src/evidence/evidence-store.ts";
import { captureId, journal, journalTile } from "./store-samples.ts";
import { keep, refusedWith, same, withCase } from "./store-steps.ts";

/** A strip is only ever worth as much as the frames it was drawn from. */
export async function tileLaw(store: EvidenceStore): Promise<void> {
  await refusedWith("capture-unknown", () => store.writeTile(journalTile(0, "a")));
  await store.openCapture(journal);
  await store.writeTile(journalTile(4_096, "b"));
  await store.writeTile(journalTile(0, "a"));
  await store.writeTile(journalTile(4_096, "again"));
  const tiles = await store.readTiles(captureId);
  same(await Promise.all(tiles.map(({ png }) => png.text())), ["a", "again"], "strips");
  await store.dropFrames(captureId);
  same((await store.readTiles(captureId)).length, 0, "after the frames were dropped");
  await store.writeTile(journalTile(0, "a"));
  await store.closeCapture(captureId);
  same((await store.readTiles(captureId)).length, 0, "after the capture was closed");
  await withCase(store);
  await store.openCapture(journal);
  await store.writeTile(journalTile(0, "a"));
  await keep(store, 1, []);
  same((await store.readTiles(captureId)).length, 0, "after the item was kept");
}
