/** Ends of the walk over a document: a stable bottom, a feed that has one, a feed that has none, the person's word. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CaptureCaps, captureLimits } from "../../../src/capture/capture-limits.ts";
import type { Reach } from "../../../src/capture/reach.ts";
import { runCapture } from "../../../src/capture/run-capture.ts";
import { judge } from "../../../src/capture/verdict.ts";
import { documentSurface } from "../../../src/capture/walk-document.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { PaperPage, type PaperShape } from "../../fakes/paper-page.ts";

interface Setting {
  shape?: Partial<PaperShape>;
  prepare?: (page: PaperPage, clock: FixedClock) => void;
  caps?: Partial<CaptureCaps>;
  reach?: Reach;
}

async function walk({ shape, prepare, caps, reach = { kind: "whole" } }: Setting = {}) {
  const clock = new FixedClock();
  const page = new PaperPage(clock, shape);
  prepare?.(page, clock);
  const outcome = await runCapture({
    captureId: "00000000-0000-4000-8000-000000000000",
    nonce: "n",
    probe: page,
    shutter: page,
    clock,
    limits: { ...captureLimits, ...caps },
    reach,
    surfaces: [documentSurface],
    signal: new AbortController().signal,
  });
  const [ends] = outcome.ends;
  return { page, outcome, ends, verdict: judge(outcome.notes, outcome.framesTaken).kind };
}

/** Ten posts more at every visit to the bottom, so often. */
function feed(pages: number) {
  return (page: PaperPage) => {
    let left = pages - 1;
    page.misbehave = ({ shape, scrollY }) => {
      if (left <= 0 || scrollY + shape.windowHeight < shape.height) return;
      left -= 1;
      shape.height += 1_000;
    };
  };
}

describe("the end of a page", () => {
  it("is a bottom that held still", async () => {
    const { ends, verdict } = await walk();
    expect(ends).toEqual({ surface: 0, kind: "document", first: "top-reached", last: "bottom-stable" });
    expect(verdict).toBe("complete");
  });

  it("of a feed of twenty pages is reached, and nothing is missing", async () => {
    const { ends, verdict, page } = await walk({ shape: { height: 1_000 }, prepare: feed(20) });
    expect(ends?.last).toBe("bottom-stable");
    expect(verdict).toBe("complete");
    expect(page.shape.height).toBe(20_000);
  });

  it("of a feed without end is drawn after a minute, with what the page had by then", async () => {
    const slow = (page: PaperPage, clock: FixedClock) => {
      feed(100_000)(page);
      const grow = page.misbehave;
      page.misbehave = (paper) => {
        clock.pass(100);
        grow(paper);
      };
    };
    const { ends, outcome, verdict } = await walk({ shape: { height: 1_000 }, prepare: slow });
    expect(ends?.last).toBe("feed-truncated");
    expect(outcome.notes[0]).toMatchObject({
      code: "feed-truncated",
      detail: expect.stringMatching(/^\d+ px$/),
    });
    expect(verdict).toBe("partial");
  });

  it("is not reached while the page says that it is loading", async () => {
    const { ends, verdict } = await walk({
      prepare: (page) => {
        page.loading = ({ scrollY }) => scrollY > 4_000;
      },
    });
    expect([ends?.last, verdict]).toEqual(["loader-visible", "partial"]);
  });
});

describe("the person's word", () => {
  it.each([1, 3])("of %s screens is kept to", async (screens) => {
    const { ends, outcome, verdict } = await walk({ reach: { kind: "screens", screens } });
    expect(outcome.framesTaken).toBe(screens);
    expect([ends?.last, verdict]).toEqual(["reach-chosen", "partial"]);
  });

  it("of more screens than there are changes nothing", async () => {
    expect((await walk({ reach: { kind: "screens", screens: 50 } })).verdict).toBe("complete");
  });
});

describe("a cap", () => {
  it.each([
    ["time-cap", { timeMs: 100 }],
    ["length-cap", { lengthPx: 2_000 }],
    ["frame-cap", { frames: 3 }],
  ] as const)("ends with %s", async (reason, caps) => {
    const { ends, verdict } = await walk({ caps });
    expect([ends?.last, verdict]).toEqual([reason, "partial"]);
  });
});

describe("a page that will not go where it is sent", () => {
  it("is followed from slide to slide without a change to it where the slides fit", async () => {
    const { outcome, page } = await walk({
      shape: { height: 8_000 },
      prepare: (paper) => {
        paper.snapsTo = 800;
      },
    });
    expect(outcome.notes).toEqual([]);
    expect(page.frames.size).toBe(10);
  });

  it("has its snapping switched off where slides are longer than the window, said and undone", async () => {
    const { outcome, page, ends } = await walk({
      shape: { height: 9_000 },
      prepare: (paper) => {
        paper.snapsTo = 1_500;
      },
    });
    expect(outcome.notes.map(({ code }) => code)).toEqual(["snapping-off"]);
    expect(ends?.last).toBe("bottom-stable");
    expect(page.snapsTo).toBe(1_500);
  });

  it("is followed when rows above go away and the browser keeps the view", async () => {
    const { outcome, ends } = await walk({
      prepare: (paper) => {
        let isDone = false;
        paper.misbehave = (page) => {
          if (isDone || page.frames.size < 3) return;
          isDone = true;
          page.shape.height -= 600;
          page.scrollY -= 600;
        };
      },
    });
    expect(outcome.notes.map(({ code }) => code)).toEqual(["page-shrank"]);
    expect(ends?.last).toBe("bottom-stable");
  });
});

it("every early end is named once, in the notes and as the end of its surface", async () => {
  const { ends, outcome } = await walk({
    prepare: (page) => page.troubles.push(undefined, undefined, { kind: "failed", code: "storage-failed" }),
  });
  expect(outcome.notes.map(({ code }) => code)).toEqual(["storage-failed"]);
  expect(ends).toMatchObject({ first: "top-reached", last: "storage-failed" });
});

describe("a walk that goes on while its last frame is being stored", () => {
  const troubles = [
    undefined,
    { kind: "changed" },
    { kind: "failed", code: "browser-refused" },
    { kind: "tab-away" },
    { kind: "too-soon" },
    "silence",
  ] as const;

  it("stores the same frames at the same places, whatever goes wrong on the way", async () => {
    const trouble = fc.constantFrom(...troubles, undefined, undefined);
    const height = fc.integer({ min: 900, max: 9_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 12 }), height, async (list, pageHeight) => {
        // Three silences in a row are the end where nothing was shot, and one more try where something was.
        fc.pre(!/(silence,){3}/.test(`${list.join()},`));
        const prepare = (page: PaperPage) => page.troubles.push(...list);
        const ahead = (page: PaperPage) => {
          page.tellsOfShots = true;
          page.troubles.push(...list);
        };
        const shape = { height: pageHeight };
        const waiting = await walk({ shape, prepare });
        const going = await walk({ shape, prepare: ahead });
        const placesOf = ({ frames }: PaperPage) =>
          Array.from(frames, ([sequence, { census }]) => [sequence, census.scrollX, census.scrollY]);
        expect(placesOf(going.page)).toEqual(placesOf(waiting.page));
        expect(going.outcome.framesTaken).toBe(going.page.frames.size);
        expect(going.verdict).toBe(waiting.verdict);
      }),
    );
  });

  it("counts nothing that was not stored", async () => {
    const { outcome, page } = await walk({
      prepare: (paper) => {
        paper.tellsOfShots = true;
        paper.troubles.push(
          undefined,
          undefined,
          { kind: "failed", code: "storage-failed" },
          {
            kind: "failed",
            code: "storage-failed",
          },
        );
      },
    });
    expect(outcome.notes.map(({ code }) => code)).toEqual(["storage-failed"]);
    expect([outcome.framesTaken, page.frames.size]).toEqual([2, 2]);
  });
});
