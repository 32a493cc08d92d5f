/** Cuts a kept page into strips that fit on paper and says which part of which file stands where in each. */
import type { Rectangle } from "../base/rectangle.ts";
import type { PaperPicture } from "./paper-picture.ts";

/** Width between the margins, the full height of a strip, and the band two strips share. Points. */
export const stripSize = { columnWidth: 470, height: 640, overlap: 34, lowestFirst: 160 } as const;

/** A CSS pixel is 1/96 inch; nothing is drawn larger than on the screen. */
const largestPointsPerCssPixel = 72 / 96;

export interface Piece {
  file: string;
  /** Place in the strip, points. */
  box: Rectangle;
  /** Where the whole file lies so that the wanted part shows through the box, points. */
  whole: Rectangle;
}

export interface Strip {
  width: number;
  height: number;
  /** Device pixels of the page shown in this strip. */
  fromPixel: number;
  toPixel: number;
  pieces: Piece[];
}

export interface StripPlan {
  picture: PaperPicture;
  devicePixelRatio: number;
  /** Names of the files at hand; the strips end where these end. */
  files: { has(name: string): boolean };
  /** Points left below the table for the first strip. */
  firstHeight: number;
}

export function pictureStrips({ picture, devicePixelRatio, files, firstHeight }: StripPlan): Strip[] {
  const parts = picture.parts.filter(({ file }) => files.has(file));
  const isWhole = parts.length === picture.parts.length;
  const bottom = Math.max(0, ...parts.map(({ target }) => target.y + target.height));
  const end = isWhole ? picture.height : Math.min(bottom, firstMissing(picture, files));
  const scale = Math.min(stripSize.columnWidth / picture.width, largestPointsPerCssPixel / devicePixelRatio);
  return ranges(end, firstHeight, scale).map((range) => strip({ ...picture, parts }, range, scale));
}

function firstMissing({ parts }: PaperPicture, files: StripPlan["files"]): number {
  return Math.min(...parts.filter(({ file }) => !files.has(file)).map(({ target }) => target.y));
}

interface Range {
  from: number;
  to: number;
}

/** From top to bottom, each sharing a band with the one before so that the join can be recognised. */
function ranges(end: number, firstHeight: number, scale: number): Range[] {
  const found: Range[] = [];
  for (let from = 0; from < end; ) {
    const isSmallFirst = found.length === 0 && firstHeight >= stripSize.lowestFirst;
    const height = Math.floor((isSmallFirst ? firstHeight : stripSize.height) / scale);
    const to = Math.min(end, from + height);
    found.push({ from, to });
    from = to === end ? end : to - Math.floor(stripSize.overlap / scale);
  }
  return found;
}

function strip(picture: PaperPicture, { from, to }: Range, scale: number): Strip {
  const pieces = picture.parts.flatMap(({ file, size, source, target }): Piece[] => {
    const top = Math.max(from, target.y);
    const bottom = Math.min(to, target.y + target.height);
    if (bottom <= top) return [];
    const box = { x: target.x, y: top - from, width: target.width, height: bottom - top };
    const whole = { x: target.x - source.x, y: target.y - source.y - from, ...size };
    return [{ file, box: scaled(box, scale), whole: scaled(whole, scale) }];
  });
  const height = (to - from) * scale;
  return { width: picture.width * scale, height, fromPixel: from, toPixel: to, pieces };
}

function scaled({ x, y, width, height }: Rectangle, factor: number): Rectangle {
  return { x: x * factor, y: y * factor, width: width * factor, height: height * factor };
}
