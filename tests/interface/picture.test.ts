/** Frames stand where the recipe puts them, at any width; seals read in groups of four. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placedFrame } from "../../extension/library/placed-frame.ts";
import { compareSeal, sealGroups } from "../../extension/library/seal-groups.ts";

const share = (text: string) => Number.parseFloat(text) / 100;

describe("a placed frame", () => {
  it("shows its cut-out exactly in its place", () => {
    const placed = placedFrame(
      { width: 1_000, height: 4_000 },
      { width: 1_000, height: 800 },
      {
        sequence: 2,
        source: { x: 0, y: 200, width: 1_000, height: 600 },
        target: { x: 0, y: 1_000, width: 1_000, height: 600 },
      },
    );
    expect(placed.window).toEqual({ left: "0%", top: "25%", width: "100%", height: "15%" });
    expect(placed.frame.left).toBe("0%");
    expect(share(placed.frame.height)).toBeCloseTo(800 / 600);
    expect(share(placed.frame.top)).toBeCloseTo(-200 / 600);
  });

  it("keeps every device pixel at its size, whatever the width on screen", () => {
    const size = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(fc.tuple(size, size, size, size), ([pageWidth, pngWidth, cutWidth, screenWidth]) => {
        const box = { x: 0, y: 0, width: cutWidth, height: 10 };
        const { window, frame } = placedFrame(
          { width: pageWidth, height: 10 },
          { width: pngWidth, height: 10 },
          { sequence: 0, source: box, target: box },
        );
        const shownWidth = screenWidth * share(window.width) * share(frame.width);
        expect(shownWidth / pngWidth).toBeCloseTo(screenWidth / pageWidth, 6);
      }),
    );
  });
});

describe("a seal", () => {
  const seal = "7c4190be2f5da863e01a4497b6d238fc15e9c07b8a34d1f66b2093cef7580e4d";

  it("reads in sixteen groups of four", () => {
    expect(sealGroups(seal)).toHaveLength(16);
    expect(sealGroups(seal).join("")).toBe(seal);
    expect(sealGroups(seal).slice(0, 2)).toEqual(["7c41", "90be"]);
  });

  it("is compared from its start, however it was written down", () => {
    expect(compareSeal(seal, "7c41 90be")).toBe("same");
    expect(compareSeal(seal, "7C41-90BE-2F5D")).toBe("same");
    expect(compareSeal(seal, seal)).toBe("same");
    expect(compareSeal(seal, "7c41")).toBe("too-short");
    expect(compareSeal(seal, "7c41 90bf")).toBe("differs");
    expect(compareSeal(seal, `${seal}0`)).toBe("differs");
  });

  it("differs at any changed digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), (place) => {
        const other = seal[place] === "0" ? "1" : "0";
        return compareSeal(seal, seal.slice(0, place) + other + seal.slice(place + 1)) === "differs";
      }),
    );
  });
});
