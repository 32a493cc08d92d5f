/** Puts the frames of a capture together: the picture's recipe, its proof, and a note for every place that is not whole. */
import { canonicalJson } from "../base/canonical-json.ts";
import { sha256Hex } from "../base/digest.ts";
import type { Rectangle } from "../base/rectangle.ts";
import type { Frame } from "../capture/frame.ts";
import { shareCovered } from "../capture/covered-share.ts";
import { laySurfaces } from "../capture/lay-surfaces.ts";
import { type CookedSurface, makeProof } from "../capture/make-proof.ts";
import type { Proof } from "../capture/proof.ts";
import { isEdgeBar, makeRecipe } from "../capture/recipe.ts";
import type { CaptureNote } from "../capture/verdict.ts";
import { type EvidenceFile, frameFileName } from "./evidence-file.ts";
import type { Picture, Surface } from "./picture.ts";

export interface DrawnPicture {
  picture: Picture;
  proof: Proof;
  notes: CaptureNote[];
}

export interface PictureToDraw {
  frames: readonly Frame[];
  /** All files of the item. */
  files: readonly EvidenceFile[];
  /** How the capture itself ended. */
  notes: readonly CaptureNote[];
}

/** Null where there is no frame. */
export async function drawPicture({ frames, files, notes }: PictureToDraw): Promise<DrawnPicture | null> {
  if (frames.length === 0) return null;
  const cooked = cookSurfaces(frames);
  const picture: Picture = {
    frames: frames.map((frame) => ({ file: frameFileName(frame.sequence), ...frame })),
    surfaces: cooked.map(surfaceOf),
  };
  const integrity = {
    files: files.length,
    filesSha256: await sha256Hex(canonicalJson(files)),
    recipeSha256: await sha256Hex(canonicalJson(picture.surfaces)),
  };
  const proof = makeProof({ surfaces: cooked, frames, notes, pairs: null, counts: [], integrity });
  return { picture, proof, notes: pictureNotes(cooked, frames) };
}

export function cookSurfaces(frames: readonly Frame[]): CookedSurface[] {
  return laySurfaces(frames).map((surface) => ({ ...surface, ...makeRecipe(surface) }));
}

function surfaceOf({
  number,
  kind,
  width,
  height,
  placements,
  patches,
  gaps,
  holes,
}: CookedSurface): Surface {
  return { number, kind, width, height, placements, patches, gaps: [...gaps], holes, tiles: [] };
}

function pictureNotes(surfaces: readonly CookedSurface[], frames: readonly Frame[]): CaptureNote[] {
  const ratio = frames.at(-1)?.census.devicePixelRatio ?? 1;
  const placed = surfaces.flatMap((surface) => {
    const noteOf = (code: CaptureNote["code"]) => (box: Rectangle) =>
      placedNote(code, cssPixels(box, ratio), surface.number);
    const hidden = surface.patches.filter((patch) => !isEdgeBar(patch, surface)).map(({ box }) => box);
    return [
      ...surface.holes.map(noteOf("hole")),
      ...surface.gaps.map(noteOf("gap")),
      ...hidden.map(noteOf("occluded-patch")),
      ...coveredWindow(surface),
    ];
  });
  const unstable = frames.filter(({ isUnstable }) => isUnstable);
  return [
    ...placed,
    ...unstable.map(
      ({ sequence }): CaptureNote => ({ code: "unstable-frame", detail: frameFileName(sequence) }),
    ),
  ];
}

function placedNote(code: CaptureNote["code"], box: Rectangle, surface: number): CaptureNote {
  return surface === 0 ? { code, box } : { code, box, surface };
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
