/** Hidden things are listed once each, at their place in the page. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Census, Frame } from "../../../../src/capture/frame.ts";
import type { HiddenBox } from "../../../../src/capture/mask/hidden-box.ts";
import { hiddenPlaces } from "../../../../src/capture/mask/hidden-places.ts";
import { mostPoints } from "../../../../src/capture/mask/painted.ts";
import { probeBoxes } from "../../../../src/capture/mask/probe-points.ts";
import { censusAt } from "../../../fakes/census-at.ts";
import { walkOver } from "../pane/paper-walk.ts";

function frameAt(sequence: number, census: Census): Frame {
  const size = { sizeBytes: 1, width: 1_280, height: 800 };
  const shot = { sha256: "0".repeat(64), retakes: 0, isUnstable: false, takenAtUtc: "2026-11-27T00:00:00Z" };
  return { sequence, surface: 0, pane: null, census, ...size, ...shot };
}

const length = fc.integer({ min: 1, max: 900 });
const place = fc.integer({ min: -800, max: 1_600 });
const hiddenBox: fc.Arbitrary<HiddenBox> = fc.record({
  kind: fc.constantFrom("image", "canvas", "ground"),
  box: fc.record({ x: place, y: place, width: length, height: length }),
  hasAddress: fc.boolean(),
});

test("every point lies in its box and in the window, and there are never too many of them", () => {
  const window = { width: 1_280, height: 800 };
  fc.assert(
    fc.property(fc.array(hiddenBox, { maxLength: 300 }), (boxes) => {
      const probed = probeBoxes(boxes, window);
      for (const { inView, points, hidden } of probed) {
        expect(points.length).toBeGreaterThan(0);
        for (const { x, y } of points) {
          expect(x >= inView.x && x <= inView.x + inView.width + 1).toBe(true);
          expect(y >= inView.y && y <= inView.y + inView.height + 1).toBe(true);
          expect(x >= 0 && x <= window.width && y >= 0 && y <= window.height).toBe(true);
        }
        expect(inView.width).toBeLessThanOrEqual(hidden.box.width);
      }
      const points = probed.flatMap((one) => one.points).length;
      expect(points).toBeLessThanOrEqual(Math.max(mostPoints, probed.length));
    }),
  );
});

test("what two frames show is listed once, at its place in the page", () => {
  fc.assert(
    fc.property(
      fc.array(hiddenBox, { maxLength: 20 }),
      fc.integer({ min: 0, max: 5_000 }),
      (boxes, scrollY) => {
        const first = frameAt(0, censusAt(0, boxes));
        const moved = boxes.map((one) => ({ ...one, box: { ...one.box, y: one.box.y - scrollY } }));
        const second = frameAt(1, censusAt(scrollY, moved));
        const places = hiddenPlaces([first, second]);
        expect(places).toEqual(hiddenPlaces([first]));
        expect(places.length).toBeLessThanOrEqual(boxes.length);
      },
    ),
  );
});

test("what is fixed to the window is told of by the first frame only", () => {
  const box = { x: 0, y: 0, width: 40, height: 40 };
  const avatar: HiddenBox = { kind: "image", box, hasAddress: true };
  const occluders = [{ box: { x: 0, y: 0, width: 1_280, height: 60 }, kind: "fixed" as const, key: "k" }];
  const frames = [0, 1, 2].map((sequence) =>
    frameAt(sequence, { ...censusAt(sequence * 700, [avatar]), occluders }),
  );
  expect(hiddenPlaces(frames)).toEqual([{ ...avatar, surface: 0 }]);
});

test("pictures of a conversation are listed once each where its rows stand, however its offsets are rewritten", async () => {
  const rows = Array.from({ length: 90 }, (_, index) => ({
    text: `message ${index}`,
    height: 40 + ((index * 37) % 160),
  }));
  const { frames, list } = await walkOver(rows, { window: 683, estimate: 60, page: 30, delayMs: 400 });
  const picture = (x: number, y: number): HiddenBox => ({
    kind: "image",
    box: { x, y, width: 30, height: 30 },
    hasAddress: true,
  });
  const masked = frames.map((frame): Frame => {
    const inRows = frame.pane.rows.map(({ box }) => picture(box.x + 20, box.y + 5));
    return { ...frame, census: { ...frame.census, hidden: [picture(10, 90), ...inRows] } };
  });
  const places = hiddenPlaces(masked).map(({ surface, box }) => [surface, box.x, box.y]);
  const expected = rows.map((_, index) => [1, 20, list.trueTop(index) + 5]);
  expect(places.toSorted(([, , one = 0], [, , other = 0]) => one - other)).toEqual(expected);
});
