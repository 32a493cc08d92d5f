/** A frame with its place in a surface: the document, or an inner scroller. All lengths are device pixels. */
import type { Rectangle } from "../base/rectangle.ts";
import type { Occluder } from "./occluder.ts";

/** Where a frame shows a surface, and what stands in front of it there. */
export interface LaidFrame {
  sequence: number;
  /** The part of the frame that shows the surface. */
  clip: Rectangle;
  /** Where the top left corner of `clip` lies in the surface. */
  x: number;
  y: number;
  /** Boxes in the frame that hide the surface. */
  occluders: readonly Occluder[];
  /** Boxes in the frame whose pixels change by themselves. */
  moving: readonly Rectangle[];
}

export interface LaidSurface {
  /** 0 is the document, 1… are inner scrollers. */
  number: number;
  kind: "document" | "pane";
  width: number;
  height: number;
  /** In order of `sequence`. Frames that stand beside the surface are not among them. */
  frames: readonly LaidFrame[];
  /** Places of the surface between two frames that share no row: how much is missing is not known. */
  gaps: readonly Rectangle[];
}

/** The box of a frame as it lies in the surface. */
export function inSurface({ clip, x, y }: LaidFrame, box: Rectangle): Rectangle {
  return { x: box.x - clip.x + x, y: box.y - clip.y + y, width: box.width, height: box.height };
}

/** What the frame shows of the surface, occluders included. */
export function shownBy(frame: LaidFrame): Rectangle {
  return inSurface(frame, frame.clip);
}

/** Whole device pixels around a box in CSS pixels; never smaller than the box. */
export function devicePixelsAround({ x, y, width, height }: Rectangle, ratio: number): Rectangle {
  const left = Math.floor(x * ratio);
  const top = Math.floor(y * ratio);
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width) * ratio) - left,
    height: Math.ceil((y + height) * ratio) - top,
  };
}
