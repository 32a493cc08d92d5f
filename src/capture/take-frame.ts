/** Takes one frame: settle, look, shoot, and again until the shutter has stored it or a reason ends the capture. */
import type { CaptureRun, FrameWish, TakenFrame } from "./capture-run.ts";
import { EarlyEnd } from "./early-end.ts";
import { type Census, isSameView } from "./frame.ts";
import type { FrameAnswer, FrameRequest } from "./shutter.ts";

/** A look at the page and the way to the shutter take about so long; the shutter waits for what is left of its time. */
const lookMs = 20;

export class FrameTaker {
  readonly #run: CaptureRun;
  readonly #url: string;
  /** Shot, and on its way to the disk. */
  #storing: Storing | null = null;
  /** Stored ones. */
  framesTaken = 0;
  /** Frames that were taken before the present surface, or beside it. */
  framesBeside = 0;

  constructor(run: CaptureRun, url: string) {
    this.#run = run;
    this.#url = url;
  }

  /**
   * What the frame shows. It is stored, or, where the wish can go back to it, at least shot; the next call and `stored`
   * wait for it and take it again if need be. @throws EarlyEnd, or the signal's reason
   */
  take(surface: number, wish: FrameWish): Promise<TakenFrame> {
    const patience = { retakes: 0, tooSoon: 0, refused: 0, maskOff: 0, awayMs: 0 };
    return this.#take({ surface, wish, patience });
  }

  async #take({ surface, wish, patience }: Wanted): Promise<TakenFrame> {
    let isStill = wish.isStill ?? false;
    for (;;) {
      const taken = await this.#look(wish, isStill);
      isStill = false;
      const wasStored = await this.#lastStored();
      if (!wasStored) {
        // The page stands at the frame that had to be taken again.
        wish.goBackTo?.(taken);
        continue;
      }
      if (this.framesTaken >= this.#run.limits.frames) throw new EarlyEnd("frame-cap");
      if (taken.census.isMasked === false) {
        // Nothing is shot that would show a picture, not even to be destroyed.
        await this.#bear({ kind: "mask-off" }, patience);
        continue;
      }
      await this.#run.probe.onScreen();
      const answer = await this.#shoot({ surface, wish, patience, taken });
      if (answer.kind === "shot") return taken;
      if (answer.kind === "stored") {
        this.framesTaken += 1;
        return taken;
      }
      await this.#bear(answer, patience);
    }
  }

  /** Returns once every frame is stored. @throws EarlyEnd, or the signal's reason */
  async stored(): Promise<void> {
    await this.#lastStored();
  }

  /** Waits for what is on its way, and takes nothing again. */
  async arrived(): Promise<void> {
    const answer = await this.#storing?.answer;
    this.#storing = null;
    if (answer?.kind === "stored") this.framesTaken += 1;
  }

  /** True where it was stored as shot; false where it had to be taken again, so that the page was scrolled. */
  async #lastStored(): Promise<boolean> {
    const storing = this.#storing;
    if (!storing) return true;
    this.#storing = null;
    const answer = await storing.answer;
    if (answer?.kind === "stored") {
      this.framesTaken += 1;
      return true;
    }
    const { surface, wish, patience, taken } = storing;
    if (answer) await this.#bear(answer, patience);
    wish.goBackTo?.(taken);
    const { goBackTo: _once, correct: _placed, isStill: _then, ...steady } = wish;
    await this.#take({ surface, wish: steady, patience });
    return false;
  }

  async #shoot(asking: Asking): Promise<FrameAnswer | { kind: "shot" }> {
    const movedOn = new AbortController();
    const shot = new Promise<{ kind: "shot" }>((resolve) => {
      movedOn.signal.addEventListener("abort", () => resolve({ kind: "shot" }));
    });
    const onShot = () => {
      if (!asking.wish.goBackTo) return false;
      movedOn.abort();
      return true;
    };
    const answer = this.#ask(asking, onShot, movedOn.signal);
    const first = await Promise.race([answer, shot]);
    if (first.kind === "shot") this.#storing = { ...asking, answer: answer.catch(() => null) };
    return first;
  }

  /** The page once it holds still at the place that was wished for. */
  async #look(wish: FrameWish, wasStill: boolean): Promise<TakenFrame> {
    const { probe, signal } = this.#run;
    for (let isStill = wasStill; ; isStill = false) {
      await probe.settle(signal, isStill);
      signal.throwIfAborted();
      const still = this.#census();
      const better = wish.correct?.(still);
      const census = better ? null : await this.#sameUntilFree(still);
      if (better) probe.scrollTo(better.x, better.y);
      if (census) return { census, pane: wish.view?.() ?? null };
    }
  }

  #census(): Census {
    const census = this.#run.probe.census();
    if (census.url !== this.#url) throw new EarlyEnd("address-changed");
    return census;
  }

  /**
   * What changes before a shot is allowed would spoil it, and a spoilt one costs as long as a good one.
   * Null where something did: it is to hold still again.
   */
  async #sameUntilFree(still: Census): Promise<Census | null> {
    const { shutter, probe, signal } = this.#run;
    const left = shutter.freeInMs() - lookMs;
    if (left <= 0) return still;
    await probe.wait(left, signal);
    const census = this.#census();
    return isSameView(still, census) ? census : null;
  }

  async #bear(answer: Exclude<FrameAnswer, { kind: "stored" }>, patience: Patience): Promise<void> {
    const { probe, limits, signal } = this.#run;
    switch (answer.kind) {
      case "changed":
      case "moved-on":
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

  /**
   * A shutter may die at any moment; the same sequence is asked for again, and a stored one only replaced. Not so once
   * the page may have moved on.
   */
  async #ask(asking: Asking, onShot: () => boolean, movedOn: AbortSignal): Promise<FrameAnswer> {
    const { shutter, probe, limits, signal } = this.#run;
    const request = this.#requestOf(asking);
    for (const waitMs of limits.silenceWaitsMs) {
      try {
        return await shutter.take(request, signal, onShot);
      } catch {
        signal.throwIfAborted();
        movedOn.throwIfAborted();
        await probe.wait(waitMs, signal);
      }
    }
    throw new EarlyEnd("browser-refused");
  }

  #requestOf({ surface, wish, taken, patience: { retakes } }: Asking): FrameRequest {
    const { captureId, nonce, limits } = this.#run;
    return {
      captureId,
      nonce,
      sequence: this.framesTaken,
      ...taken,
      surface,
      retakes,
      acceptsUnstable: retakes >= limits.retakes,
      framesExpected: Math.max(wish.framesExpected + this.framesBeside, this.framesTaken + 1),
    };
  }
}

interface Wanted {
  surface: number;
  wish: FrameWish;
  patience: Patience;
}

interface Asking extends Wanted {
  taken: TakenFrame;
}

interface Storing extends Asking {
  /** Null where nobody answered. */
  answer: Promise<FrameAnswer | null>;
}

interface Patience {
  retakes: number;
  tooSoon: number;
  refused: number;
  maskOff: number;
  awayMs: number;
}
