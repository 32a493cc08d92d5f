/** Boxes of the redaction editor: always inside the picture, and every step has its way back. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { boxAfterKey, boxBetween, fitted, newBox } from "../../extension/library/redaction-boxes.ts";

const within = { width: 1_200, height: 3_000 };
const number = fc.integer({ min: -500, max: 4_000 });
const anyBox = fc.record({ x: number, y: number, width: number, height: number });
const key = fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown");

function isInside({ x, y, width, height }: ReturnType<typeof newBox>): boolean {
  return (
    x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= within.width && y + height <= within.height
  );
}

it("whatever is drawn, typed or moved stays inside the picture", () => {
  expect(isInside(newBox(within))).toBe(true);
  fc.assert(
    fc.property(anyBox, key, fc.boolean(), (box, pressed, shiftKey) => {
      const start = fitted(box, within);
      expect(isInside(start)).toBe(true);
      expect(isInside(boxBetween({ x: box.x, y: box.y }, { x: box.width, y: box.height }, within))).toBe(
        true,
      );
      const moved = boxAfterKey(start, { key: pressed, shiftKey }, within);
      expect(moved && isInside(moved)).toBe(true);
    }),
  );
});

it("arrows move and Shift changes the size; other keys mean nothing", () => {
  const box = { x: 100, y: 100, width: 200, height: 100 };
  expect(boxAfterKey(box, { key: "ArrowRight", shiftKey: false }, within)).toEqual({ ...box, x: 108 });
  expect(boxAfterKey(box, { key: "ArrowUp", shiftKey: true }, within)).toEqual({ ...box, height: 92 });
  expect(boxAfterKey(box, { key: "Tab", shiftKey: false }, within)).toBeNull();
});
