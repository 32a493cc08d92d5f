/** The recipe puts every place of a surface together once, and never draws what stands in front where the page shows. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { inSurface, type LaidFrame, type LaidSurface, shownBy } from "../../../src/capture/laid-frame.ts";
import type { Occluder } from "../../../src/capture/occluder.ts";
import { isCutOut, isEdgeBar, makeRecipe } from "../../../src/capture/recipe.ts";
import { cellsOf, smallSurface } from "./small-surfaces.ts";

const longRuns = process.env["SLOW"] ? 3_000 : 300;

function law(check: (surface: LaidSurface) => void): void {
  fc.assert(fc.property(smallSurface, check), { numRuns: longRuns });
}

/** For each cell, the frames that show it with nothing in front. */
function unhiddenIn({ frames }: LaidSurface): Map<string, number> {
  const earliest = new Map<string, number>();
  for (const frame of frames) {
    const hidden = new Set(
      cellsOf(frame.occluders.filter((one) => isCutOut(frame, one)).map(({ box }) => inSurface(frame, box))),
    );
    for (const cell of cellsOf([shownBy(frame)]))
      if (!hidden.has(cell) && !earliest.has(cell)) earliest.set(cell, frame.sequence);
  }
  return earliest;
}

describe("every place of a surface", () => {
  it("targets, holes and empty patches are the whole surface, each place once", () => {
    law((surface) => {
      const { placements, holes, patches } = makeRecipe(surface);
      const empty = patches.filter(({ sequence }) => sequence === null).map(({ box }) => box);
      const cells = cellsOf([...placements.map(({ target }) => target), ...holes, ...empty]);
      const whole = cellsOf([{ x: 0, y: 0, width: surface.width, height: surface.height }]);
      expect(new Set(cells).size).toBe(cells.length);
      expect(cells.sort()).toEqual(whole.sort());
    });
  });

  it("every source lies in its frame's clip, moved by where the frame lies", () => {
    law((surface) => {
      for (const { sequence, source, target } of makeRecipe(surface).placements) {
        const frame = surface.frames.find((one) => one.sequence === sequence);
        if (!frame) throw new Error("a placement without its frame");
        expect(inSurface(frame, source)).toEqual(target);
        const clip = new Set(cellsOf([frame.clip]));
        expect(cellsOf([source]).every((cell) => clip.has(cell))).toBe(true);
      }
    });
  });

  it("what one frame shows with nothing in front is drawn from the earliest such frame", () => {
    law((surface) => {
      const drawn = new Map<string, number>();
      for (const { sequence, target } of makeRecipe(surface).placements)
        for (const cell of cellsOf([target])) drawn.set(cell, sequence);
      for (const [cell, sequence] of unhiddenIn(surface)) expect(drawn.get(cell)).toBe(sequence);
    });
  });
});

describe("the recipe as a whole", () => {
  it("the order in which the frames are given makes no difference", () => {
    fc.assert(
      fc.property(smallSurface, fc.infiniteStream(fc.nat()), (surface, numbers) => {
        const shuffled = surface.frames
          .map((frame) => ({ frame, at: numbers.next().value ?? 0 }))
          .sort((one, other) => one.at - other.at)
          .map(({ frame }) => frame);
        expect(makeRecipe({ ...surface, frames: shuffled })).toEqual(makeRecipe(surface));
      }),
    );
  });

  it("a further frame only adds to what is drawn with nothing in front", () => {
    law((surface) => {
      const open = ({ frames }: LaidSurface) =>
        makeRecipe({ ...surface, frames: frames.map((frame) => ({ ...frame, occluders: noSticky(frame) })) });
      const before = open({ ...surface, frames: surface.frames.slice(0, -1) });
      const after = open(surface);
      const kept =
        before.placements.length - before.patches.filter(({ sequence }) => sequence !== null).length;
      expect(after.placements.slice(0, kept)).toEqual(before.placements.slice(0, kept));
    });
  });

  it("what hides the page is drawn in one frame at most, and what is only stuck here in none", () => {
    law((surface) => {
      const { patches } = makeRecipe(surface);
      const drawnFrom = new Set(patches.flatMap(({ sequence }) => sequence ?? []));
      const fixed = new Set(
        surface.frames.flatMap(({ occluders }) =>
          occluders.filter(({ kind }) => kind === "fixed").map(({ key }) => key),
        ),
      );
      expect(drawnFrom.size).toBeLessThanOrEqual(fixed.size);
    });
  });
});

function noSticky({ occluders }: LaidFrame): Occluder[] {
  return occluders.filter(({ kind }) => kind === "fixed");
}

/** A window of 100 by 80 over a page, with a header, a bubble in the corner and perhaps more. */
function windowAt(y: number, sequence: number, more: Occluder[] = []): LaidFrame {
  const header: Occluder = { key: "header", kind: "fixed", box: { x: 0, y: 0, width: 100, height: 10 } };
  const bubble: Occluder = { key: "bubble", kind: "fixed", box: { x: 80, y: 65, width: 10, height: 10 } };
  return {
    sequence,
    clip: { x: 0, y: 0, width: 100, height: 80 },
    x: 0,
    y,
    occluders: [header, bubble, ...more],
    moving: [],
  };
}

function surfaceOf(frames: readonly LaidFrame[], height: number): LaidSurface {
  return { number: 0, kind: "document", width: 100, height, frames, gaps: [] };
}

describe("what stands in front of a page", () => {
  const surface = surfaceOf([windowAt(0, 0), windowAt(50, 1), windowAt(100, 2)], 180);

  it("shows a header once, where the page begins, and a bubble only where nothing else was ever seen", () => {
    const { patches, holes } = makeRecipe(surface);
    expect(holes).toEqual([]);
    expect(patches).toEqual([
      { box: { x: 0, y: 0, width: 100, height: 10 }, sequence: 0 },
      { box: { x: 80, y: 165, width: 10, height: 10 }, sequence: 2 },
    ]);
    expect(patches.map((patch) => isEdgeBar(patch, surface))).toEqual([true, false]);
  });

  it("shows a footer once, where the page ends", () => {
    const footer: Occluder = { key: "footer", kind: "fixed", box: { x: 0, y: 70, width: 100, height: 10 } };
    const frames = [0, 50].map((y, index) => ({ ...windowAt(y, index), occluders: [footer] }));
    const footed = surfaceOf(frames, 130);
    const { patches } = makeRecipe(footed);
    expect(patches).toEqual([{ box: { x: 0, y: 120, width: 100, height: 10 }, sequence: 1 }]);
    expect(patches.every((patch) => isEdgeBar(patch, footed))).toBe(true);
  });

  it("leaves the place below a stuck column empty and draws the column where it is part of the page", () => {
    const column: Occluder = { key: "column", kind: "sticky", box: { x: 0, y: 10, width: 20, height: 60 } };
    const frames = [windowAt(0, 0), windowAt(50, 1, [column]), windowAt(100, 2, [column])];
    const { patches } = makeRecipe(surfaceOf(frames, 180));
    const empty = patches.filter(({ sequence }) => sequence === null).map(({ box }) => box);
    expect(empty.every(({ x, width }) => x === 0 && width === 20)).toBe(true);
    expect(empty.length).toBeGreaterThan(0);
  });

  it("keeps a wall in front of most of the window as the person saw it", () => {
    const wall: Occluder = { key: "wall", kind: "fixed", box: { x: 0, y: 0, width: 100, height: 80 } };
    const walled = [0, 60].map((y, index) => ({ ...windowAt(y, index), occluders: [wall] }));
    const { placements, patches, holes } = makeRecipe(surfaceOf(walled, 140));
    expect([patches, holes]).toEqual([[], []]);
    expect(placements.reduce((sum, { target }: { target: Rectangle }) => sum + target.height, 0)).toBe(140);
  });

  it("names what no frame shows as a hole, and a gap as neither", () => {
    const gap = { x: 0, y: 80, width: 100, height: 5 };
    const torn = { ...surfaceOf([windowAt(0, 0), windowAt(95, 1)], 175), gaps: [gap] };
    expect(makeRecipe(torn).holes).toEqual([{ x: 0, y: 85, width: 100, height: 10 }]);
  });
});
