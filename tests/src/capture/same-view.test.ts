/** Two looks at the window are the same view when nothing moved but what moves by itself. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Census, isSameView } from "../../../src/capture/frame.ts";
import { gridPoints, lettersPerPoint } from "../../../src/capture/view-grid.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { PaperPage } from "../../fakes/paper-page.ts";

const still: Census = {
  ...new PaperPage(new FixedClock()).census(),
  viewDigest: "0".repeat(gridPoints({ innerWidth: 1, innerHeight: 1 }).length * lettersPerPoint),
};

/** The same view with something else at one point. */
function changedAt(index: number): Census {
  const at = index * lettersPerPoint;
  const viewDigest = `${still.viewDigest.slice(0, at)}beef${still.viewDigest.slice(at + lettersPerPoint)}`;
  return { ...still, viewDigest };
}

const point = fc.integer({ min: 0, max: gridPoints(still).length - 1 });

describe("a change in view", () => {
  it("at any one point is a movement of the page, unless that point lies in a box that moves by itself", () => {
    fc.assert(
      fc.property(point, point, fc.boolean(), (changed, moving, isMovingBefore) => {
        const { x = 0, y = 0 } = gridPoints(still)[moving] ?? {};
        const box = { x: x - 5, y: y - 5, width: 10, height: 10 };
        const before = isMovingBefore ? { ...still, moving: [box] } : still;
        const after = isMovingBefore ? changedAt(changed) : { ...changedAt(changed), moving: [box] };
        expect(isSameView(before, after)).toBe(changed === moving);
      }),
    );
  });

  it.each([
    ["scrolled", { scrollY: 1 }],
    ["elsewhere", { url: "https://example.org/other" }],
    ["zoomed", { devicePixelRatio: 2 }],
    [
      "under a header that came back",
      { occluders: [{ box: { x: 0, y: 0, width: 9, height: 9 }, kind: "fixed" as const, key: "1.0" }] },
    ],
    ["without its mask", { isMasked: false }],
  ])("is no longer the same view: %s", (_what, change) => {
    expect(isSameView(still, { ...still, ...change })).toBe(false);
  });

  it("is none where a bubble pulses that is said to move", () => {
    const bubble = (size: number) => {
      const box = { x: 500, y: 500, width: size, height: size };
      return { ...still, moving: [box], occluders: [{ box, kind: "fixed" as const, key: "1.0" }] };
    };
    expect(isSameView(bubble(60), bubble(64))).toBe(true);
    expect(isSameView(bubble(60), { ...bubble(64), moving: [] })).toBe(true);
    expect(isSameView({ ...bubble(60), moving: [] }, { ...bubble(64), moving: [] })).toBe(false);
  });

  it("is none where an image elsewhere finished or the page only grew beyond the window", () => {
    expect(isSameView(still, { ...still, pendingImages: 3, documentHeight: 9_999 })).toBe(true);
  });
});
