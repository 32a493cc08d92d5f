/** The picture of an item as paper is given it: files, and which part of each stands where in the page. */
import type { Rectangle } from "../base/rectangle.ts";
import { type EvidenceItem, pictureOf } from "../evidence/evidence-item.ts";
import type { Picture, Surface } from "../evidence/picture.ts";

export interface PicturePart {
  /** Name of the PNG in the item's folder. */
  file: string;
  /** Pixels of the whole PNG. */
  size: { width: number; height: number };
  /** The part of the PNG that is shown, and where it stands in the page; device pixels. */
  source: Rectangle;
  target: Rectangle;
}

export interface PaperPicture {
  /** 0 is the page itself, 1… are the parts of it that scroll by themselves. */
  number: number;
  width: number;
  height: number;
  parts: PicturePart[];
}

/** One for each surface; the strips of the whole page where there are any, else its frames. */
export function paperPictures(item: Pick<EvidenceItem, "format" | "picture">): PaperPicture[] {
  const picture = pictureOf(item);
  if (!picture) return [];
  return picture.surfaces.map((surface) => {
    const { number, width, height, tiles } = surface;
    return {
      number,
      width,
      height,
      parts: tiles.length > 0 ? tileParts(surface) : frameParts(picture, surface),
    };
  });
}

function tileParts({ width, tiles }: Surface): PicturePart[] {
  return tiles.map(({ file, y, height }) => {
    const size = { width, height };
    return { file, size, source: { x: 0, y: 0, ...size }, target: { x: 0, y, ...size } };
  });
}

function frameParts(picture: Picture, { placements }: Surface): PicturePart[] {
  const frames = new Map(picture.frames.map((frame) => [frame.sequence, frame]));
  return placements.flatMap(({ sequence, source, target }): PicturePart[] => {
    const frame = frames.get(sequence);
    if (!frame) return [];
    const { file, width, height } = frame;
    return [{ file, size: { width, height }, source, target }];
  });
}
