/** What is left of a rectangle after others were cut out. */
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { uncovered } from "../../../src/capture/rectangle-cover.ts";

const side = fc.integer({ min: 0, max: 12 });
const rectangle = fc.record({ x: side, y: side, width: side, height: side });

function cells(rectangles: readonly Rectangle[]): string[] {
  return rectangles.flatMap(({ x, y, width, height }) =>
    Array.from(
      { length: width * height },
      (_, index) => `${x + (index % width)},${y + Math.floor(index / width)}`,
    ),
  );
}

it("what is left is exactly the cells that nothing covers, each once", () => {
  fc.assert(
    fc.property(rectangle, fc.array(rectangle, { maxLength: 8 }), (whole, covers) => {
      const covered = new Set(cells(covers));
      const expected = cells([whole]).filter((cell) => !covered.has(cell));
      expect(cells(uncovered(whole, covers)).sort()).toEqual(expected.sort());
    }),
  );
});
