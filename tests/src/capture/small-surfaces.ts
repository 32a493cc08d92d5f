/** Small surfaces for laws: every cell can be looked at. */
import fc from "fast-check";
import type { Rectangle } from "../../../src/base/rectangle.ts";
import type { LaidFrame, LaidSurface } from "../../../src/capture/laid-frame.ts";
import type { Occluder } from "../../../src/capture/occluder.ts";

const place = fc.integer({ min: 0, max: 9 });
const side = fc.integer({ min: 1, max: 8 });

const occluder: fc.Arbitrary<Occluder> = fc.record({
  box: fc.record({ x: place, y: place, width: side, height: side }),
  kind: fc.constantFrom("fixed", "sticky"),
  key: fc.constantFrom("a", "b", "c"),
});

const frame = fc.record({
  x: place,
  y: place,
  clip: fc.record({ x: fc.integer({ min: 0, max: 3 }), y: fc.constant(0), width: side, height: side }),
  occluders: fc.array(occluder, { maxLength: 3 }),
  moving: fc.constant<Rectangle[]>([]),
});

export const smallSurface: fc.Arbitrary<LaidSurface> = fc.array(frame, { maxLength: 6 }).map((frames) => ({
  number: 0,
  kind: "document",
  width: 18,
  height: 18,
  frames: frames.map((each, sequence): LaidFrame => ({ ...each, sequence, occluders: within(each) })),
  gaps: [],
}));

/** Only what shows in the clip. */
function within({ clip, occluders }: { clip: Rectangle; occluders: readonly Occluder[] }): Occluder[] {
  return occluders.flatMap((each) => {
    const x = Math.max(each.box.x, clip.x);
    const y = Math.max(each.box.y, clip.y);
    const width = Math.min(each.box.x + each.box.width, clip.x + clip.width) - x;
    const height = Math.min(each.box.y + each.box.height, clip.y + clip.height) - y;
    return width > 0 && height > 0 ? [{ ...each, box: { x, y, width, height } }] : [];
  });
}

/** `x,y` of every cell in the rectangles. */
export function cellsOf(rectangles: readonly Rectangle[]): string[] {
  return rectangles.flatMap(({ x, y, width, height }) =>
    Array.from(
      { length: width * height },
      (_, index) => `${x + (index % width)},${y + Math.floor(index / width)}`,
    ),
  );
}
