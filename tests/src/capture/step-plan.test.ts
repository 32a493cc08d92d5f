/** Steps are so short that what stands in front in one frame is out of the way in another, and no shorter. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rectangle } from "../../../src/base/rectangle.ts";
import { captureLimits } from "../../../src/capture/capture-limits.ts";
import type { Census } from "../../../src/capture/frame.ts";
import { uncovered } from "../../../src/capture/rectangle-cover.ts";
import { insetsOf, isBlocked, stepDown } from "../../../src/capture/step-plan.ts";
import { documentSurface } from "../../../src/capture/walk-document.ts";
import { runCapture } from "../../../src/capture/run-capture.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { PaperPage } from "../../fakes/paper-page.ts";

const width = 1000;
const height = 800;

function bar(key: string, box: Rectangle): Census["occluders"][number] {
  return { box, kind: "fixed", key };
}

function header(headerHeight: number) {
  return bar("1.0", { x: 0, y: 0, width, height: headerHeight });
}

function footer(footerHeight: number) {
  return bar("2.0", { x: 0, y: height - footerHeight, width, height: footerHeight });
}

async function walked(page: PaperPage, clock: FixedClock) {
  const outcome = await runCapture({
    captureId: "00000000-0000-4000-8000-000000000000",
    nonce: "n",
    probe: page,
    shutter: page,
    clock,
    limits: captureLimits,
    reach: { kind: "whole" },
    surfaces: [documentSurface],
    signal: new AbortController().signal,
  });
  return { outcome, unseen: neverSeen(page) };
}

/** The parts of the page that every frame shows with something in front. */
function neverSeen(page: PaperPage): Rectangle[] {
  const seen = [...page.frames.values()].flatMap(({ census }) => {
    const window = { x: 0, y: 0, width: census.clientWidth, height: census.clientHeight };
    const boxes = census.occluders.map(({ box }) => box);
    return uncovered(window, boxes).map((part) => ({ ...part, y: part.y + census.scrollY }));
  });
  return uncovered({ x: 0, y: 0, width, height: page.shape.height }, seen);
}

describe("bars and a bubble in front of a long page", () => {
  const scene = fc.record({
    pageHeight: fc.integer({ min: 2_000, max: 9_000 }),
    headerHeight: fc.integer({ min: 0, max: 160 }),
    footerHeight: fc.integer({ min: 0, max: 160 }),
    bubble: fc.record({
      x: fc.integer({ min: 0, max: width - 100 }),
      side: fc.integer({ min: 10, max: 90 }),
      up: fc.integer({ min: 0, max: 60 }),
    }),
    ratio: fc.constantFrom(1, 1.25, 1.5, 2),
  });

  it("hide nothing for good but what they hide at the page's own ends", async () => {
    await fc.assert(
      fc.asyncProperty(scene, async ({ pageHeight, headerHeight, footerHeight, bubble, ratio }) => {
        const clock = new FixedClock();
        const page = new PaperPage(clock, { height: pageHeight, ratio });
        const y = height - footerHeight - bubble.up - bubble.side;
        const inFront = [
          header(headerHeight),
          footer(footerHeight),
          bar("3.0", { x: bubble.x, y, width: bubble.side, height: bubble.side }),
        ];
        page.inFront = () => inFront.filter(({ box }) => box.height > 0);
        const { outcome, unseen } = await walked(page, clock);
        expect(outcome.notes).toEqual([]);
        for (const part of unseen) {
          const isAtTop = part.y + part.height <= headerHeight;
          const isAtBottom = part.y >= pageHeight - height + y - 1;
          expect(isAtTop || isAtBottom, JSON.stringify({ part, frames: page.frames.size })).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("cost no more frames than the strips they take", async () => {
    const clock = new FixedClock();
    const page = new PaperPage(clock, { height: 8_000 });
    page.inFront = () => [header(70)];
    await walked(page, clock);
    expect(page.frames.size).toBe(1 + Math.ceil((8_000 - 800) / (800 - 70 - captureLimits.overlap)));
  });
});

it("a header that appears only on the way covers nothing for good", async () => {
  const clock = new FixedClock();
  const page = new PaperPage(clock, { height: 6_000 });
  page.inFront = ({ scrollY }) => (scrollY > 100 ? [header(120)] : []);
  expect((await walked(page, clock)).unseen).toEqual([]);
});

it("stacked bars count together, a thing in the middle does not", () => {
  const census = new PaperPage(new FixedClock()).census();
  const occluders = [
    header(70),
    bar("4.0", { x: 0, y: 72, width, height: 40 }),
    bar("5.0", { x: 900, y: 400, width: 60, height: 60 }),
    footer(50),
  ];
  expect(insetsOf({ ...census, occluders })).toEqual({ top: 112, bottom: 50, left: 0, right: 0 });
});

describe("so much in front that the page cannot be seen", () => {
  const wall = bar("9.0", { x: 0, y: 0, width, height });

  it("is hidden, and that is said, with how much it covered", async () => {
    const clock = new FixedClock();
    const page = new PaperPage(clock);
    page.inFront = () => [wall];
    const { outcome, unseen } = await walked(page, clock);
    expect(outcome.notes).toMatchObject([
      { code: "wall-in-front", detail: "100 %" },
      { code: "elements-hidden", detail: "1" },
    ]);
    expect(unseen).toEqual([]);
    expect(page.hidden.size).toBe(0);
  });

  it("is left alone on a page that fits the window", async () => {
    const clock = new FixedClock();
    const page = new PaperPage(clock, { height: 700 });
    page.inFront = () => [wall];
    expect((await walked(page, clock)).outcome.notes.map(({ code }) => code)).toEqual(["wall-in-front"]);
    expect(page.frames.size).toBe(1);
  });

  it("begins where bars take more than 45 % of the window", () => {
    const census = new PaperPage(new FixedClock()).census();
    expect(isBlocked({ ...census, occluders: [header(350)] }, captureLimits)).toBe(false);
    expect(isBlocked({ ...census, occluders: [header(370)] }, captureLimits)).toBe(true);
  });
});

it("steps are whole device pixels", () => {
  const census = new PaperPage(new FixedClock(), { windowHeight: 815.2, ratio: 1.25 }).census();
  const occluders = [bar("1.0", { x: 0, y: 0, width, height: 70.4 })];
  const devicePixels = stepDown({ ...census, occluders }, captureLimits) * 1.25;
  expect(devicePixels).toBe(Math.floor(devicePixels));
});
