/** Where each frame of the document lies in it, from the scroll offsets that were read back and from nothing else. */
import type { Rectangle } from "../base/rectangle.ts";
import type { Frame } from "./frame.ts";
import { devicePixelsAround, type LaidFrame, type LaidSurface, shownBy } from "./laid-frame.ts";
import type { Occluder } from "./occluder.ts";
import { areaOf, intersection } from "./rectangle-cover.ts";

/** Rounding of the document's own length may differ from the frames' by so much at its right and bottom edge. */
const edgeTolerance = 2;

/** What covers more of the window than this share is not cut out: there would be nothing left to see. */
export const mostCutOutShare = 0.45;

/** The largest count; a page with a thousand stuck scraps cannot make a recipe without end. */
const mostCutOut = 16;

/**
 * Frame 0 (the window as found) takes part only where it is the first of the walk. It stands beside the page where the
 * window was not at its beginning, and where the walk began there anew: something stood in front that was hidden.
 * `frames` are those of surface 0.
 */
export function layDocument(frames: readonly Frame[]): LaidSurface {
  const laid = framesOfWalk(frames).map(layFrame);
  return { number: 0, kind: "document", ...documentSize(frames, laid.map(shownBy)), frames: laid, gaps: [] };
}

function framesOfWalk(frames: readonly Frame[]): Frame[] {
  const ordered = frames.toSorted((one, other) => one.sequence - other.sequence);
  if (ordered.length === 1) return ordered;
  const walk = ordered.filter(({ sequence }) => sequence > 0);
  if (walk.some(({ census }) => isAtOrigin(census))) return walk;
  return ordered.filter(({ sequence, census }) => sequence > 0 || isAtOrigin(census));
}

function isAtOrigin(census: Frame["census"]): boolean {
  return census.scrollY === 0 && census.scrollX === census.originX;
}

/** Scroll offsets snap to device pixels, so rounding is exact (measured). */
function layFrame({ sequence, census, width, height }: Frame): LaidFrame {
  const ratio = census.devicePixelRatio;
  const clip = {
    x: 0,
    y: 0,
    width: Math.min(Math.round(census.clientWidth * ratio), width),
    height: Math.min(Math.round(census.clientHeight * ratio), height),
  };
  return {
    sequence,
    clip,
    x: Math.round(census.scrollX * ratio) - Math.round(census.originX * ratio),
    y: Math.round(census.scrollY * ratio),
    occluders: occludersIn(clip, census.occluders, ratio),
    moving: boxesIn(clip, census.moving, ratio),
  };
}

/** Occluders that show in the clip, in device pixels, the largest ones where there are too many. */
export function occludersIn(clip: Rectangle, occluders: readonly Occluder[], ratio: number): Occluder[] {
  const shown = occluders.flatMap((occluder) => {
    const box = intersection(clip, devicePixelsAround(occluder.box, ratio));
    return box ? [{ ...occluder, box }] : [];
  });
  return shown.sort((one, other) => areaOf([other.box]) - areaOf([one.box])).slice(0, mostCutOut);
}

export function boxesIn(clip: Rectangle, boxes: readonly Rectangle[], ratio: number): Rectangle[] {
  return boxes.flatMap((box) => intersection(clip, devicePixelsAround(box, ratio)) ?? []);
}

function documentSize(
  frames: readonly Frame[],
  shown: readonly Rectangle[],
): { width: number; height: number } {
  const last = frames.toSorted((one, other) => one.sequence - other.sequence).at(-1);
  const ratio = last?.census.devicePixelRatio ?? 1;
  const right = Math.max(0, ...shown.map(({ x, width }) => x + width));
  const bottom = Math.max(0, ...shown.map(({ y, height }) => y + height));
  return {
    width: wholeLength((last?.census.documentWidth ?? 0) * ratio, right),
    height: wholeLength((last?.census.documentHeight ?? 0) * ratio, bottom),
  };
}

function wholeLength(stated: number, reached: number): number {
  return stated - reached > edgeTolerance ? Math.round(stated) : reached;
}
