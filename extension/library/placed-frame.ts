/** Where a frame stands in the whole page, as shares of it, so that the picture fits any width. */
import type { Placement } from "../../src/capture/frame.ts";
import type { Rectangle } from "../../src/base/rectangle.ts";

type Size = Pick<Rectangle, "width" | "height">;

/** CSS properties; a window onto the page, and the frame behind that window. */
export interface PlacedFrame {
  window: Record<"left" | "top" | "width" | "height", string>;
  frame: Record<"left" | "top" | "width" | "height", string>;
}

/** All sizes in device pixels: of the page, of the frame's PNG, and of what is cut out of it. */
export function placedFrame(page: Size, png: Size, { source, target }: Placement): PlacedFrame {
  return {
    window: {
      left: share(target.x, page.width),
      top: share(target.y, page.height),
      width: share(target.width, page.width),
      height: share(target.height, page.height),
    },
    frame: {
      left: share(-source.x, source.width),
      top: share(-source.y, source.height),
      width: share(png.width, source.width),
      height: share(png.height, source.height),
    },
  };
}

function share(part: number, whole: number): string {
  return whole > 0 ? `${(part / whole) * 100}%` : "0%";
}
