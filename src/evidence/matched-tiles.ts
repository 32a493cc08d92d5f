/** The stored strips that belong to a picture as it stands in the end: all of them, or none. */
import type { CookedSurface } from "../capture/make-proof.ts";
import { planTiles } from "../capture/plan-tiles.ts";
import { planDigest } from "./compose-capture.ts";
import type { EvidenceFile } from "./evidence-file.ts";
import { tileFileName } from "./evidence-file.ts";
import type { JournalFrame, JournalTile } from "./evidence-store.ts";

export interface NamedTile {
  file: EvidenceFile;
  tile: JournalTile;
}

/** In the order of the surfaces, from top to bottom; null when a strip is missing or was drawn for another recipe. */
export async function matchedTiles(
  surfaces: readonly CookedSurface[],
  { frames, tiles }: { frames: readonly Pick<JournalFrame, "frame">[]; tiles: readonly JournalTile[] },
): Promise<NamedTile[] | null> {
  const byPlan = new Map(tiles.map((tile) => [tile.planSha256, tile]));
  const named: NamedTile[] = [];
  for (const plan of surfaces.flatMap(planTiles)) {
    const tile = byPlan.get(await planDigest(plan, frames));
    if (!tile) return null;
    named.push({ file: tileFile(named.length + 1, tile), tile });
  }
  return named;
}

function tileFile(number: number, { sizeBytes, sha256 }: JournalTile): EvidenceFile {
  return { name: tileFileName(number), kind: "tile", mediaType: "image/png", sizeBytes, sha256 };
}
