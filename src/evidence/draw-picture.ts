/** Puts the frames of a capture together: the picture's recipe, its proof, and a note for every place that is not whole. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import type { Frame } from "../capture/frame.ts";
import { type CookedSurface, makeProof } from "../capture/make-proof.ts";
import { mergePairs } from "../capture/merge-pairs.ts";
import { paneCounts } from "../capture/pane/pane-counts.ts";
import { wordlessFrame } from "../capture/pane/wordless-frame.ts";
import type { SurfaceEnds } from "../capture/surface-ends.ts";
import type { CrossCount, Proof, SharedRows } from "../capture/proof.ts";
import type { CaptureNote } from "../capture/verdict.ts";
import { type EvidenceFile, frameFileName } from "./evidence-file.ts";
import type { NamedTile } from "./matched-tiles.ts";
import type { Picture, Surface } from "./picture.ts";
import { pictureNotes } from "./picture-notes.ts";

export interface DrawnPicture {
  picture: Picture;
  proof: Proof;
  notes: CaptureNote[];
}

export interface PictureToDraw {
  frames: readonly Frame[];
  surfaces: readonly CookedSurface[];
  /** Null where the strips could not be made. */
  tiles: readonly NamedTile[] | null;
  /** All files of the item. */
  files: readonly EvidenceFile[];
  /** How the capture itself ended. */
  notes: readonly CaptureNote[];
  counts: readonly CrossCount[];
  /** How the walk over each surface ended. */
  ends: readonly SurfaceEnds[];
}

/** Null where there is no frame. */
export async function drawPicture(drawing: PictureToDraw): Promise<DrawnPicture | null> {
  const { frames, surfaces, tiles, files, notes, ends } = drawing;
  const counts = [...drawing.counts, ...paneCounts(frames)];
  if (frames.length === 0) return null;
  const picture: Picture = {
    frames: frames.map((frame) => ({ file: frameFileName(frame.sequence), ...wordlessFrame(frame) })),
    surfaces: surfaces.map((surface) => surfaceOf(surface, tiles ?? [])),
  };
  const pairs = tiles && pairsOf(tiles);
  const integrity = {
    files: files.length,
    filesSha256: await sha256Hex(canonicalJson(files)),
    recipeSha256: await sha256Hex(canonicalJson(picture.surfaces)),
  };
  const proof = makeProof({ surfaces, frames, notes, pairs, counts, ends, integrity });
  return { picture, proof, notes: pictureNotes({ frames, surfaces, proof, hasTiles: tiles !== null }) };
}

function pairsOf(tiles: readonly NamedTile[]): SharedRows[] {
  return mergePairs(tiles.flatMap(({ tile }) => tile.pairs));
}

function surfaceOf(cooked: CookedSurface, tiles: readonly NamedTile[]): Surface {
  const { number, kind, width, height, placements, patches, gaps, holes } = cooked;
  const own = tiles.filter(({ tile }) => tile.surface === number);
  return {
    number,
    kind,
    width,
    height,
    placements,
    patches,
    gaps: [...gaps],
    holes,
    tiles: own.map(({ file, tile }) => ({ file: file.name, y: tile.y, height: tile.height })),
  };
}
