/** Where the places that a note names lie in a surface, as shares of it, so that they fit any width. */
import type { CaptureNote } from "../../src/capture/verdict.ts";
import type { Surface } from "../../src/evidence/picture.ts";

export type Place = Record<"left" | "top" | "width" | "height", string>;

/** CSS properties; a mark never leaves the picture. */
export function notedPlaces(
  notes: readonly CaptureNote[],
  { number, width, height }: Pick<Surface, "number" | "width" | "height">,
  devicePixelRatio: number,
): Place[] {
  const share = (cssPixels: number, whole: number) =>
    Math.min(1, Math.max(0, (cssPixels * devicePixelRatio) / Math.max(1, whole)));
  return notes.flatMap(({ box, surface = 0 }) => {
    if (!box || surface !== number) return [];
    const left = share(box.x, width);
    const top = share(box.y, height);
    const right = share(box.x + box.width, width);
    const bottom = share(box.y + box.height, height);
    if (right <= left || bottom <= top) return [];
    return {
      left: percent(left),
      top: percent(top),
      width: percent(right - left),
      height: percent(bottom - top),
    };
  });
}

function percent(part: number): string {
  return `${part * 100}%`;
}
