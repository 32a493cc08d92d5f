/** Cuts a kept page into strips that fit on paper and says which part of which frame stands where in each. */
import type { Rectangle } from "../base/rectangle.ts";
import type { Placement } from "../capture/frame.ts";

/** Width between the margins of the paper, and heights of a strip: the first stands below a table. Millimetres. */
export const paper = { columnMm: 166, firstStripMm: 75, stripMm: 215, overlapMm: 12 } as const;

/** A CSS pixel is 1/96 inch; nothing is drawn larger than on the screen. */
const largestMmPerCssPixel = 25.4 / 96;

export interface Piece {
  sequence: number;
  /** Place in the strip, millimetres. */
  box: Rectangle;
  /** Where the whole frame lies so that the wanted part shows through the box, millimetres. */
  frame: Rectangle;
}

export interface Strip {
  widthMm: number;
  heightMm: number;
  /** Device pixels of the page shown in this strip. */
  fromPixel: number;
  toPixel: number;
  pieces: Piece[];
}

/** One surface of a kept page with the sizes of its frames; all lengths in device pixels. */
export interface PictureToCut {
  width: number;
  height: number;
  frames: readonly { sequence: number; width: number; height: number }[];
  placements: readonly Placement[];
}

export interface StripPlan {
  picture: PictureToCut;
  devicePixelRatio: number;
  /** Frames at hand; the strips end where these end. */
  sequences: ReadonlySet<number>;
}

export function pictureStrips({ picture, devicePixelRatio, sequences }: StripPlan): Strip[] {
  const shown: PictureToCut = {
    ...picture,
    placements: picture.placements.filter(({ sequence }) => sequences.has(sequence)),
  };
  const isWhole = shown.placements.length === picture.placements.length;
  const bottom = Math.max(0, ...shown.placements.map(({ target }) => target.y + target.height));
  const end = isWhole ? picture.height : bottom;
  const mmPerPixel = Math.min(paper.columnMm / picture.width, largestMmPerCssPixel / devicePixelRatio);
  return ranges(end, mmPerPixel).map((range) => strip(shown, range, mmPerPixel));
}

interface Range {
  from: number;
  to: number;
}

/** From top to bottom, each sharing a band with the one before so that the join can be recognised. */
function ranges(end: number, mmPerPixel: number): Range[] {
  const found: Range[] = [];
  for (let from = 0; from < end; ) {
    const height = Math.floor((found.length === 0 ? paper.firstStripMm : paper.stripMm) / mmPerPixel);
    const to = Math.min(end, from + height);
    found.push({ from, to });
    from = to === end ? end : to - Math.floor(paper.overlapMm / mmPerPixel);
  }
  return found;
}

function strip(picture: PictureToCut, { from, to }: Range, mmPerPixel: number): Strip {
  const sizes = new Map(picture.frames.map((frame) => [frame.sequence, frame]));
  const pieces = picture.placements.flatMap(({ sequence, source, target }): Piece[] => {
    const top = Math.max(from, target.y);
    const bottom = Math.min(to, target.y + target.height);
    const size = sizes.get(sequence);
    if (bottom <= top || !size) return [];
    const box = { x: target.x, y: top - from, width: target.width, height: bottom - top };
    const frame = { x: -source.x, y: -(source.y + top - target.y), width: size.width, height: size.height };
    return [{ sequence, box: scaled(box, mmPerPixel), frame: scaled(frame, mmPerPixel) }];
  });
  const widthMm = picture.width * mmPerPixel;
  return { widthMm, heightMm: (to - from) * mmPerPixel, fromPixel: from, toPixel: to, pieces };
}

function scaled({ x, y, width, height }: Rectangle, factor: number): Rectangle {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}
