/**
 * Whoever waited until the page held still need not wait twice; whoever takes a frame again does. No shot is spent on
 * a page that changes before one is allowed.
 */
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

/** Changes once, a while after each scroll, as a list does that loads. */
class LoadingPage extends WaitedPage {
  changesLeft = 1;

  override async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    await super.wait(milliseconds, signal);
    if (this.changesLeft <= 0) return;
    this.changesLeft -= 1;
    this.scrollY += 100;
  }
}

async function shootTwice(page: LoadingPage, clock: FixedClock): Promise<void> {
  const taker = takerOf(page, clock);
  await taker.take(0, { framesExpected: 2, isStill: true });
  await taker.take(0, { framesExpected: 2, isStill: true });
}

test("a page that changes before a shot is allowed is waited for, and no shot is spent on it", async () => {
  const clock = new FixedClock();
  const page = new LoadingPage(clock);
  page.gapMs = 505;
  await shootTwice(page, clock);
  expect(page.requests).toBe(2);
  expect(page.waits).toEqual([true, true, false]);
  expect(page.frames.get(1)).toMatchObject({ retakes: 0, census: { scrollY: 100 } });
});

test("where shots are not rationed, nothing is waited for", async () => {
  const clock = new FixedClock();
  const page = new LoadingPage(clock);
  await shootTwice(page, clock);
  expect(page.waits).toEqual([true, true]);
  expect(page.changesLeft).toBe(1);
});

test("a page that changes all the time is shot all the same", async () => {
  const clock = new FixedClock();
  const page = new LoadingPage(clock);
  page.gapMs = 505;
  page.changesLeft = 1_000;
  await shootTwice(page, clock);
  expect(page.frames.size).toBe(2);
});
