/** Where each scrolling area lies on a small drawing of the window: rectangles and nothing of the page. */
import type { Rectangle } from "../../src/base/rectangle.ts";
import type { PaneList, Scroller } from "../../src/capture/pane/scroller.ts";

/** Shares of the drawing, 0 to 100. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** By locator; areas that lie outside the window have no place on it. Larger ones come first, so that none is buried. */
export function panePlaces({ window, scrollers }: PaneList): Map<string, Place> {
  const places = scrollers.flatMap(({ locator, box }: Scroller): [string, Place][] => {
    const place = placeOf(box, window);
    return place ? [[locator, place]] : [];
  });
  return new Map(places.sort(([, one], [, other]) => areaOf(other) - areaOf(one)));
}

function placeOf({ x, y, width, height }: Rectangle, window: PaneList["window"]): Place | null {
  if (window.width <= 0 || window.height <= 0) return null;
  const left = share(x, window.width);
  const top = share(y, window.height);
  const right = share(x + width, window.width);
  const bottom = share(y + height, window.height);
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : null;
}

/** Cut at the edges of the window. */
function share(length: number, whole: number): number {
  return Math.max(0, Math.min(100, (length / whole) * 100));
}

function areaOf({ width, height }: Place): number {
  return width * height;
}
