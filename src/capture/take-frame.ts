/** Takes one frame: settle, look, shoot, and again until the shutter has stored it or a reason ends the capture. */
import type { CaptureRun, FrameWish, TakenFrame } from "./capture-run.ts";
import { EarlyEnd } from "./early-end.ts";
import type { FrameAnswer, FrameRequest } from "./shutter.ts";

export class FrameTaker {
  readonly #run: CaptureRun;
  readonly #url: string;
  framesTaken = 0;
  /** Frames that were taken before the present surface, or beside it. */
  framesBeside = 0;

  constructor(run: CaptureRun, url: string) {
    this.#run = run;
    this.#url = url;
  }

  /** What the stored frame shows. @throws EarlyEnd, or the signal's reason */
  async take(surface: number, wish: FrameWish): Promise<TakenFrame> {
    const { limits } = this.#run;
    if (this.framesTaken >= limits.frames) throw new EarlyEnd("frame-cap");
    const patience = { retakes: 0, tooSoon: 0, refused: 0, maskOff: 0, awayMs: 0 };
    for (;;) {
      const taken = await this.#look(wish);
      const answer = await this.#ask({ surface, wish, taken, retakes: patience.retakes });
      if (answer.kind === "stored") {
        this.framesTaken += 1;
        return taken;
      }
      await this.#bear(answer, patience);
    }
  }

  /** The page once it holds still at the place that was wished for. */
  async #look(wish: FrameWish): Promise<TakenFrame> {
    const { probe, signal } = this.#run;
    for (;;) {
      await probe.settle(signal);
      signal.throwIfAborted();
      const census = probe.census();
      if (census.url !== this.#url) throw new EarlyEnd("address-changed");
      const better = wish.correct?.(census);
      if (!better) return { census, pane: wish.view?.() ?? null };
      probe.scrollTo(better.x, better.y);
    }
  }

  async #bear(answer: Exclude<FrameAnswer, { kind: "stored" }>, patience: Patience): Promise<void> {
    const { probe, limits, signal } = this.#run;
    switch (answer.kind) {
      case "changed":
        patience.retakes += 1;
        return;
      case "too-soon":
        patience.tooSoon += 1;
        if (patience.tooSoon > limits.tooSoonTries) throw new EarlyEnd("browser-refused");
        return probe.wait(limits.tooSoonWaitMs, signal);
      case "tab-away":
        patience.awayMs += limits.tabAwayWaitMs;
        if (patience.awayMs > limits.tabAwayCapMs) throw new EarlyEnd("tab-away");
        return probe.wait(limits.tabAwayWaitMs, signal);
      case "mask-off":
        // The shot is gone. A page that brings its own fonts just then is met by another sheet before the next look.
        patience.maskOff += 1;
        if (patience.maskOff >= limits.maskOffTries) throw new EarlyEnd("mask-failed");
        return;
      case "failed":
        if (answer.code === "storage-failed") throw new EarlyEnd("storage-failed");
        patience.refused += 1;
        if (patience.refused >= limits.refusedTries) throw new EarlyEnd("browser-refused");
        return probe.wait(limits.refusedWaitMs, signal);
    }
  }

  /** A shutter may die at any moment; the same sequence is asked for again, and a stored one only replaced. */
  async #ask({ surface, wish, taken, retakes }: Asking): Promise<FrameAnswer> {
    const { captureId, nonce, shutter, probe, limits, signal } = this.#run;
    const request: FrameRequest = {
      captureId,
      nonce,
      sequence: this.framesTaken,
      ...taken,
      surface,
      retakes,
      acceptsUnstable: retakes >= limits.retakes,
      framesExpected: Math.max(wish.framesExpected + this.framesBeside, this.framesTaken + 1),
    };
    for (const waitMs of limits.silenceWaitsMs) {
      try {
        return await shutter.take(request, signal);
      } catch {
        signal.throwIfAborted();
        await probe.wait(waitMs, signal);
      }
    }
    throw new EarlyEnd("browser-refused");
  }
}

interface Asking {
  surface: number;
  wish: FrameWish;
  taken: TakenFrame;
  retakes: number;
}

interface Patience {
  retakes: number;
  tooSoon: number;
  refused: number;
  maskOff: number;
  awayMs: number;
}
