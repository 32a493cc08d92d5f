/** The scrolling areas as the popup shows them: order, amounts that are true, places on the drawing, what is asked for. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { besideOnly, paneAreas, panesWanted, usualPanes } from "../../extension/popup/pane-areas.ts";
import { panePlaces } from "../../extension/popup/pane-places.ts";
import type { PaneList, Scroller } from "../../src/capture/pane/scroller.ts";

const window = { width: 1000, height: 800 };

function scroller(name: string, changes: Partial<Scroller> = {}): Scroller {
  return {
    locator: `html>body>${name}`,
    label: name,
    box: { x: 0, y: 0, width: 500, height: 400 },
    hiddenAbove: 0,
    hiddenBelow: 1_200,
    hiddenBeside: 0,
    isConversation: false,
    ...changes,
  };
}

function listOf(scrollers: Scroller[], primary = -1): PaneList {
  return { window, scrollers, primary };
}

describe("areas", () => {
  it("are numbered as one reads: from the top, then from the left", () => {
    const areas = paneAreas(
      listOf(
        [
          scroller("below", { box: { x: 0, y: 500, width: 200, height: 200 } }),
          scroller("right", { box: { x: 600, y: 0, width: 200, height: 200 } }),
          scroller("left"),
        ],
        1,
      ),
    );
    expect(areas.map(({ number, label, isUsual }) => [number, label, isUsual])).toEqual([
      [1, "left", false],
      [2, "right", true],
      [3, "below", false],
    ]);
  });

  it.each([
    ["a hair below", { hiddenBelow: 100 }, { side: "below", screens: 0 }],
    ["one window below", { hiddenBelow: 420 }, { side: "below", screens: 1 }],
    ["three windows above", { hiddenAbove: 1_150, hiddenBelow: 0 }, { side: "above", screens: 3 }],
    ["two on either side", { hiddenAbove: 380, hiddenBelow: 410 }, { side: "both", screens: 2 }],
    ["rounding above", { hiddenAbove: 0.5 }, { side: "below", screens: 3 }],
  ] as const)("hide %s", (_, changes, hidden) => {
    expect(paneAreas(listOf([scroller("one", changes)]))[0]?.hidden).toEqual(hidden);
  });

  it("that only hide something beside are counted and cannot be chosen", () => {
    const list = listOf([
      scroller("wide", { hiddenBelow: 0, hiddenBeside: 900 }),
      scroller("both", { hiddenBeside: 900 }),
      scroller("long"),
    ]);
    expect(paneAreas(list).map(({ label, hasMoreBeside }) => [label, hasMoreBeside])).toEqual([
      ["both", true],
      ["long", false],
    ]);
    expect(besideOnly(list)).toBe(1);
  });
});

describe("what is asked for", () => {
  const list = listOf([scroller("one"), scroller("two"), scroller("three")], 1);
  const areas = paneAreas(list);
  const one = "html>body>one";
  const two = "html>body>two";

  it("is nothing where the choice is the usual one", () => {
    expect(usualPanes(areas)).toEqual(new Set([two]));
    expect(panesWanted(areas, usualPanes(areas))).toBeUndefined();
    expect(panesWanted([], new Set())).toBeUndefined();
  });

  it("names the usual one along with the others, in reading order", () => {
    expect(panesWanted(areas, new Set([two, one]))).toEqual([one, two]);
  });

  it("is an empty list where even the usual one was taken out", () => {
    expect(panesWanted(areas, new Set())).toEqual([]);
  });
});

describe("places on the drawing", () => {
  it("are shares of the window, cut at its edges, larger ones first", () => {
    const places = panePlaces(
      listOf([
        scroller("small", { box: { x: 500, y: 400, width: 100, height: 200 } }),
        scroller("cut", { box: { x: -100, y: 600, width: 600, height: 900 } }),
        scroller("outside", { box: { x: 0, y: 900, width: 500, height: 300 } }),
      ]),
    );
    expect([...places]).toEqual([
      ["html>body>cut", { left: 0, top: 75, width: 50, height: 25 }],
      ["html>body>small", { left: 50, top: 50, width: 10, height: 25 }],
    ]);
  });

  it("lie within the drawing whatever a page says of its boxes", () => {
    const number = fc.double({ noNaN: true, min: -1e7, max: 1e7 });
    const box = fc.record({ x: number, y: number, width: number, height: number });
    const size = fc.record({ width: number, height: number });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 6 }), size, (boxes, room) => {
        const scrollers = boxes.map((one, index) => scroller(`pane-${index}`, { box: one }));
        for (const { left, top, width, height } of panePlaces({
          window: room,
          scrollers,
          primary: -1,
        }).values()) {
          expect(Math.min(left, top, width, height)).toBeGreaterThanOrEqual(0);
          expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(100.000_001);
        }
      }),
    );
  });
});
