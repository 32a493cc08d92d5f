/** Puts frames together: which part of which frame stands where in the whole page, and what is missing. */
import type { Rectangle } from "../base/rectangle.ts";
import type { Frame, Placement } from "./frame.ts";
import { uncovered } from "./rectangle-cover.ts";

/** All lengths in device pixels. The targets tile the page without overlap; `holes` is what no frame shows. */
export interface PlacedPage {
  width: number;
  height: number;
  placements: Placement[];
  holes: Rectangle[];
}

/** Rounding of the document's own length may differ from the frames' by so much at its right and bottom edge. */
const edgeTolerance = 2;

/**
 * Frame 0 (the window as found) takes part only where it is the first tile; else it stands beside the page.
 * An earlier frame keeps what it shows; a later one adds only what is new.
 */
export function placeFrames(frames: readonly Frame[]): PlacedPage {
  const placements: Placement[] = [];
  for (const frame of tilesOf(frames)) {
    const box = boxOf(frame);
    for (const target of uncovered(box, targetsOf(placements))) {
      placements.push({ sequence: frame.sequence, source: sourceOf(target, box), target });
    }
  }
  const size = pageSize(frames, targetsOf(placements));
  return { ...size, placements, holes: uncovered({ x: 0, y: 0, ...size }, targetsOf(placements)) };
}

function tilesOf(frames: readonly Frame[]): Frame[] {
  const ordered = [...frames].sort((one, other) => one.sequence - other.sequence);
  if (ordered.length === 1) return ordered;
  return ordered.filter(({ sequence, census }) => sequence > 0 || isAtOrigin(census));
}

function isAtOrigin(census: Frame["census"]): boolean {
  return census.scrollY === 0 && census.scrollX === census.originX;
}

function targetsOf(placements: readonly Placement[]): Rectangle[] {
  return placements.map(({ target }) => target);
}

/** Where a frame lies in the page; scroll offsets snap to device pixels, so rounding is exact (measured). */
function boxOf({ census, width, height }: Frame): Rectangle {
  const ratio = census.devicePixelRatio;
  return {
    x: Math.round(census.scrollX * ratio) - Math.round(census.originX * ratio),
    y: Math.round(census.scrollY * ratio),
    width: Math.min(Math.round(census.clientWidth * ratio), width),
    height: Math.min(Math.round(census.clientHeight * ratio), height),
  };
}

function sourceOf(target: Rectangle, box: Rectangle): Rectangle {
  return { x: target.x - box.x, y: target.y - box.y, width: target.width, height: target.height };
}

function pageSize(
  frames: readonly Frame[],
  targets: readonly Rectangle[],
): { width: number; height: number } {
  const last = frames.at(-1);
  const ratio = last?.census.devicePixelRatio ?? 1;
  const right = Math.max(0, ...targets.map(({ x, width }) => x + width));
  const bottom = Math.max(0, ...targets.map(({ y, height }) => y + height));
  return {
    width: wholeLength((last?.census.documentWidth ?? 0) * ratio, right),
    height: wholeLength((last?.census.documentHeight ?? 0) * ratio, bottom),
  };
}

function wholeLength(stated: number, reached: number): number {
  return stated - reached > edgeTolerance ? Math.round(stated) : reached;
}
