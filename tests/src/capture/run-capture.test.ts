/** A capture over a page on paper: whole, once, and honest about every early end. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { captureLimits } from "../../../src/capture/capture-limits.ts";
import { layDocument } from "../../../src/capture/lay-document.ts";
import { makeRecipe } from "../../../src/capture/recipe.ts";
import type { Frame } from "../../../src/capture/frame.ts";
import { runCapture } from "../../../src/capture/run-capture.ts";
import { framesExpected } from "../../../src/capture/step-plan.ts";
import { judge } from "../../../src/capture/verdict.ts";
import { documentSurface } from "../../../src/capture/walk-document.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { PaperPage, type PaperShape } from "../../fakes/paper-page.ts";

interface Setting {
  shape?: Partial<PaperShape>;
  prepare?: (page: PaperPage, stop: AbortController) => void;
  frames?: number;
}

async function capture({ shape, prepare, frames }: Setting = {}) {
  const clock = new FixedClock();
  const page = new PaperPage(clock, shape);
  const stop = new AbortController();
  prepare?.(page, stop);
  const outcome = await runCapture({
    captureId: "00000000-0000-4000-8000-000000000000",
    nonce: "n",
    probe: page,
    shutter: page,
    clock,
    limits: { ...captureLimits, ...(frames ? { frames } : {}) },
    reach: { kind: "whole" },
    surfaces: [documentSurface],
    signal: stop.signal,
  });
  return {
    page,
    outcome,
    placed: placed([...page.frames.values()]),
    codes: outcome.notes.map(({ code }) => code),
  };
}

function placed(frames: readonly Frame[]) {
  const surface = layDocument(frames);
  return { ...surface, ...makeRecipe(surface) };
}

describe("a page that holds still", () => {
  it("is covered whole and once, whatever its size, pixel ratio, direction and start", async () => {
    const shapes = fc.record({
      width: fc.integer({ min: 300, max: 2500 }),
      height: fc.integer({ min: 200, max: 9_000 }),
      windowWidth: fc.integer({ min: 320, max: 1600 }),
      windowHeight: fc.integer({ min: 300, max: 1200 }),
      ratio: fc.constantFrom(1, 1.25, 1.5, 2),
      isRightToLeft: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shapes, fc.integer({ min: 0, max: 20_000 }), async (shape, startY) => {
        const prepare = (page: PaperPage) => page.scrollTo(0, startY);
        const { outcome, placed } = await capture({ shape, prepare, frames: 5_000 });
        const area = placed.placements.reduce((sum, { target }) => sum + target.width * target.height, 0);
        expect(outcome.notes).toEqual([]);
        expect(placed.holes).toEqual([]);
        expect(area).toBe(placed.width * placed.height);
      }),
      { numRuns: 150 },
    );
  });

  it("is scrolled back to where it was", async () => {
    const { page } = await capture({ prepare: (paper) => paper.scrollTo(0, 1234) });
    expect(page.scrollY).toBe(1234);
  });

  it("is seen first as it was found", async () => {
    const { page } = await capture({ prepare: (paper) => paper.scrollTo(0, 1234) });
    expect(page.frames.get(0)?.census.scrollY).toBe(1234);
  });

  it("takes as many frames as expected", async () => {
    const { page, outcome } = await capture();
    expect(outcome.framesTaken).toBe(page.frames.size);
    expect(framesExpected(page.census(), captureLimits)).toBe(page.frames.size);
  });
});

describe("a shutter in trouble", () => {
  it("retakes a frame that moved and accepts it after three tries, marked", async () => {
    const changed = { kind: "changed" } as const;
    const { page, codes } = await capture({
      prepare: (paper) => paper.troubles.push(changed, changed, changed, changed),
    });
    expect(page.frames.get(0)).toMatchObject({ retakes: 3, isUnstable: true });
    expect(codes).toEqual([]);
  });

  it("asks again for the same frame when nobody answers", async () => {
    const { page, placed } = await capture({
      prepare: (paper) => paper.troubles.push(undefined, "silence", "silence"),
    });
    expect(placed.holes).toEqual([]);
    expect(page.requests).toBe(page.frames.size + 2);
  });

  it("waits out a browser that says too soon, and a tab that is away", async () => {
    const prepare = (page: PaperPage) =>
      page.troubles.push({ kind: "too-soon" }, { kind: "tab-away" }, { kind: "too-soon" });
    const { codes, placed } = await capture({ prepare });
    expect([codes, placed.holes]).toEqual([[], []]);
  });

  it("looks again when the mask was off for a moment, and only then gives up the picture", async () => {
    const { codes, placed } = await capture({
      prepare: (paper) => paper.troubles.push({ kind: "mask-off" }, { kind: "mask-off" }),
    });
    expect([codes, placed.holes]).toEqual([[], []]);
  });

  const early = [
    ["tab-away", Array.from({ length: 300 }, () => ({ kind: "tab-away" }) as const)],
    ["browser-refused", Array.from({ length: 12 }, () => ({ kind: "too-soon" }) as const)],
    ["browser-refused", ["silence", "silence", "silence"] as const],
    [
      "browser-refused",
      Array.from({ length: 3 }, () => ({ kind: "failed", code: "window-mismatch" }) as const),
    ],
    ["storage-failed", [{ kind: "failed", code: "storage-failed" }] as const],
    ["mask-failed", Array.from({ length: 3 }, () => ({ kind: "mask-off" }) as const)],
  ] as const;
  it.each(early)("ends with %s and keeps the frames before", async (reason, troubles) => {
    const { codes, page } = await capture({
      prepare: (paper) => paper.troubles.push(undefined, undefined, ...troubles),
    });
    expect(codes).toEqual([reason]);
    expect(page.frames.size).toBe(2);
  });
});

describe("a masked capture", () => {
  it("shoots nothing while the mask is not in force", async () => {
    let looks = 0;
    const prepare = (paper: PaperPage) => {
      paper.isMasked = true;
      paper.misbehave = () => {
        looks += 1;
        paper.isMasked = looks > 4;
      };
    };
    const { codes, page } = await capture({ prepare });
    expect([codes, page.requests]).toEqual([["mask-failed"], 0]);
    looks = 2;
    const later = await capture({ prepare });
    expect(later.codes).toEqual([]);
    expect([...later.page.frames.values()].every(({ census }) => census.isMasked)).toBe(true);
  });

  it("takes a frame again whose check had more to ask after the page had moved on", async () => {
    const prepare = (paper: PaperPage) => {
      paper.tellsOfShots = true;
      paper.troubles.push(undefined, undefined, { kind: "moved-on" });
    };
    const { codes, placed, page } = await capture({ prepare });
    expect([codes, placed.holes, page.requests]).toEqual([[], [], page.frames.size + 1]);
    expect(page.frames.get(2)?.retakes).toBe(1);
  });
});

describe("a page in trouble", () => {
  it("never calls a capture complete whose address changed", async () => {
    const prepare = (page: PaperPage) => {
      page.misbehave = ({ frames }) => {
        if (frames.size === 2) page.url = "https://example.org/other";
      };
    };
    const { codes, outcome } = await capture({ prepare });
    expect(codes).toContain("address-changed");
    expect(judge(outcome.notes, outcome.framesTaken).kind).toBe("partial");
  });

  it("stops at the person's word and keeps what there is", async () => {
    const prepare = (page: PaperPage, stop: AbortController) => {
      page.misbehave = ({ frames }) => frames.size === 3 && stop.abort();
    };
    const { codes, outcome } = await capture({ prepare });
    expect(codes).toEqual(["stopped-by-person"]);
    expect(outcome.framesTaken).toBe(3);
  });

  it("ends when the page will not scroll on", async () => {
    const prepare = (page: PaperPage) => {
      page.misbehave = () => {
        page.scrollY = Math.min(page.scrollY, 900);
      };
    };
    expect((await capture({ prepare })).codes).toEqual(["no-progress"]);
  });
});

describe("a page that is not what it seemed", () => {
  it("ends an endless page at the cap", async () => {
    const prepare = (page: PaperPage) => {
      page.misbehave = () => {
        page.shape.height += 10;
      };
    };
    const { codes, outcome } = await capture({ prepare, frames: 20 });
    expect(codes).toEqual(["frame-cap"]);
    expect(outcome.framesTaken).toBe(20);
  });

  it("names the hole that a page leaves by jumping", async () => {
    const prepare = (page: PaperPage) => {
      page.misbehave = () => {
        if (page.scrollY > 700 && page.scrollY < 2000) page.scrollY = 2000;
      };
    };
    const { placed } = await capture({ prepare });
    expect(placed.holes).toEqual([{ x: 0, y: 800, width: 1000, height: 1200 }]);
  });

  it("notes a clock that was moved meanwhile", async () => {
    const clock = new FixedClock();
    const page = new PaperPage(clock);
    page.misbehave = ({ frames }) => frames.size === 2 && clock.set("2026-11-22T11:14:07.000Z");
    const signal = new AbortController().signal;
    const ref = { captureId: "00000000-0000-4000-8000-000000000000", nonce: "n" };
    const outcome = await runCapture({
      ...ref,
      probe: page,
      shutter: page,
      clock,
      limits: captureLimits,
      reach: { kind: "whole" },
      surfaces: [documentSurface],
      signal,
    });
    expect(outcome.notes.map(({ code }) => code)).toContain("clock-moved");
  });
});
