/** Strips of a kept page made by hand, drawn as the extension draws them. */
import type { Frame } from "../../../src/capture/frame.ts";
import { composeCapture } from "../../../src/evidence/compose-capture.ts";
import { cookSurfaces } from "../../../src/evidence/cook-surfaces.ts";
import { frameFileName } from "../../../src/evidence/evidence-file.ts";
import { matchedTiles } from "../../../src/evidence/matched-tiles.ts";
import { MemoryStore } from "../../fakes/memory-store.ts";
import { journal } from "../../store/store-samples.ts";

/** The strips, drawn as the extension draws them; none of frames that are no pictures. */
export async function composed(frames: readonly Frame[], read: (name: string) => Blob | undefined) {
  const store = new MemoryStore();
  const { id: captureId } = journal;
  await store.openCapture(journal);
  for (const frame of frames) {
    const png = read(frameFileName(frame.sequence)) ?? new Blob();
    await store.writeFrame({ captureId, frame, png }, journal);
  }
  await composeCapture({ store, captureId, isEnded: true }).catch(() => undefined);
  const surfaces = cookSurfaces(frames);
  const stored = { frames: frames.map((frame) => ({ frame })), tiles: await store.readTiles(captureId) };
  return { surfaces, tiles: await matchedTiles(surfaces, stored) };
}
