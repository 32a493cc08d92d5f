/** Whoever waited until the page held still need not wait twice; whoever takes a frame again does. */
import { expect, test } from "vitest";
import { captureLimits } from "../../../src/capture/capture-limits.ts";
import { FrameTaker } from "../../../src/capture/take-frame.ts";
import { FixedClock } from "../../fakes/fixed-clock.ts";
import { PaperPage } from "../../fakes/paper-page.ts";

class WaitedPage extends PaperPage {
  /** Whether each wait was told that the page held still. */
  readonly waits: boolean[] = [];

  override async settle(_signal?: AbortSignal, isStill = false): Promise<void> {
    this.waits.push(isStill);
    await super.settle();
  }
}

function takerOf(page: WaitedPage, clock: FixedClock): FrameTaker {
  const run = {
    captureId: "11111111-1111-4111-8111-111111111111",
    nonce: "0".repeat(32),
    probe: page,
    shutter: page,
    clock,
    limits: captureLimits,
    reach: { kind: "whole" } as const,
    surfaces: [],
    signal: new AbortController().signal,
    onlyVisiblePart: false,
  };
  return new FrameTaker(run, page.url);
}

test("a page that holds still is not waited for again", async () => {
  const clock = new FixedClock();
  const page = new WaitedPage(clock);
  await takerOf(page, clock).take(0, { framesExpected: 1, isStill: true });
  expect(page.waits).toEqual([true]);
});

test("a frame that is taken again is waited for, whatever the walk had waited", async () => {
  const clock = new FixedClock();
  const page = new WaitedPage(clock);
  page.troubles.push({ kind: "changed" }, undefined);
  await takerOf(page, clock).take(0, { framesExpected: 1, isStill: true });
  expect(page.waits).toEqual([true, false]);
});

test("a page that was sent elsewhere is waited for", async () => {
  const clock = new FixedClock();
  const page = new WaitedPage(clock);
  const corrections = [{ x: 0, y: 100 }];
  const correct = () => corrections.shift() ?? null;
  await takerOf(page, clock).take(0, { framesExpected: 1, isStill: true, correct });
  expect(page.waits).toEqual([true, false]);
});
