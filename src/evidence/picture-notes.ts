/** Every place of a picture that is not whole, with its rectangle where it has one. */
import type { Rectangle } from "../base/rectangle.ts";
import { shareCovered } from "../capture/covered-share.ts";
import type { Frame } from "../capture/frame.ts";
import type { CookedSurface } from "../capture/make-proof.ts";
import { uncheckedSeams, unsteadySeams } from "../capture/merge-pairs.ts";
import type { Proof } from "../capture/proof.ts";
import { isEdgeBar } from "../capture/recipe.ts";
import type { CaptureNote } from "../capture/verdict.ts";
import { frameFileName } from "./evidence-file.ts";

interface NotedPicture {
  frames: readonly Frame[];
  surfaces: readonly CookedSurface[];
  proof: Proof;
  /** False where the strips could not be made. */
  hasTiles: boolean;
}

export function pictureNotes({ frames, surfaces, proof, hasTiles }: NotedPicture): CaptureNote[] {
  const ratio = frames.at(-1)?.census.devicePixelRatio ?? 1;
  const notes = surfaces.flatMap((surface) => surfaceNotes(surface, { ratio, proof }));
  for (const { sequence, isUnstable } of frames)
    if (isUnstable) notes.push({ code: "unstable-frame", detail: frameFileName(sequence) });
  for (const { stated, seen } of proof.crossCounts.counts)
    if (stated !== seen) notes.push({ code: "counts-differ", detail: `${stated} ≠ ${seen}` });
  if (!hasTiles) notes.push({ code: "composite-missing" });
  return notes;
}

function surfaceNotes(
  surface: CookedSurface,
  { ratio, proof }: { ratio: number; proof: Proof },
): CaptureNote[] {
  const noteOf =
    (code: CaptureNote["code"]) =>
    (box: Rectangle): CaptureNote => ({
      code,
      box: cssPixels(box, ratio),
      ...(surface.number > 0 && { surface: surface.number }),
    });
  const hidden = surface.patches.filter((patch) => !isEdgeBar(patch, surface)).map(({ box }) => box);
  return [
    ...surface.holes.map(noteOf("hole")),
    ...surface.gaps.map(noteOf("gap")),
    ...uncheckedSeams(surface, proof.continuity.unlinked).map(noteOf("seam-unchecked")),
    ...hidden.map(noteOf("occluded-patch")),
    ...unsteadySeams(surface, proof.continuity.pairs).map(noteOf("unstable-seam")),
    ...coveredWindow(surface),
  ];
}

function coveredWindow(surface: CookedSurface): CaptureNote[] {
  const share = shareCovered(surface);
  return share === 0 ? [] : [{ code: "covered-window", detail: `${Math.round(share * 100)} %` }];
}

/** To the hundredth of a CSS pixel. */
function cssPixels({ x, y, width, height }: Rectangle, ratio: number): Rectangle {
  const css = (length: number) => Math.round((length / ratio) * 100) / 100;
  return { x: css(x), y: css(y), width: css(width), height: css(height) };
}
