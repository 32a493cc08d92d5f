/**
 * Two ways to a shutter: the open popup (fast for some seconds after its click) and the worker (two shots a second,
 * always there). The popup is preferred; when it goes, the same frame is simply asked of the worker.
 */
import { type Census, isSameView } from "../../src/capture/frame.ts";
import type { Painted } from "../../src/capture/mask/painted.ts";
import type { FrameAnswer, FrameRequest, Shutter } from "../../src/capture/shutter.ts";
import { connect, type Send } from "../../src/protocol/connect.ts";
import type { DriverPort } from "./page-runtime.ts";
import { wait } from "./page-settling.ts";

/** Two calls in every one-second window that begins with the first call; a fixed gap of 505 ms never fails (measured). */
const gapMs = 505;
const popupSilenceMs = 5_000;

/** A frame that a shutter was asked for, and what it has asked of the page since its shot. */
interface Asked {
  request: FrameRequest;
  onShot: () => boolean;
  /** The page was the same after the shot, and nothing is hidden in view that was not before. */
  isSame: boolean;
  /** The page has said what is painted where something is hidden. */
  isTold: boolean;
  hasMovedOn: boolean;
}

export class ShutterLanes implements Shutter {
  readonly #worker: Send;
  readonly #isRationed: boolean;
  #popup: Send | null = null;
  #isPaced = false;
  #lastCall = Number.NEGATIVE_INFINITY;
  #asked: Asked | null = null;
  /** Checks of this page had more to ask: it stands still until each is done. */
  #staysForChecks = false;

  /** `isRationed`: the browser refuses a worker's shots that come too soon after each other. */
  constructor(worker: Send, isRationed: boolean) {
    this.#worker = worker;
    this.#isRationed = isRationed;
  }

  /** A popup has opened: its click may have begun a new fast lane. */
  prefer(port: DriverPort): void {
    const popup = connect(portTransport(port));
    this.#popup = popup;
    this.#isPaced = false;
    port.onDisconnect.addListener(() => {
      if (this.#popup === popup) this.#popup = null;
    });
  }

  /**
   * The shutter has looked at the page after its shot. In masked captures it also asks what is painted where something
   * is hidden; once it was told, the page may scroll on while the shot is checked.
   */
  lookedAfter(sequence: number | undefined, after: Census): void {
    const asked = this.#askedFor(sequence);
    if (!asked || !isSameView(asked.request.census, after)) return;
    if (after.isMasked === null) letGo(asked);
    asked.isSame = after.isMasked === true && isAllKnown(asked.request.census, after);
    this.#letGoOnceTold(asked);
  }

  /** `tell` looks at the page; null where it has moved on since the shot. */
  askedWhatIsPainted(sequence: number, tell: () => Painted[]): Painted[] | null {
    const asked = this.#askedFor(sequence);
    if (!asked || asked.hasMovedOn) {
      this.#staysForChecks = true;
      return null;
    }
    const painted = tell();
    asked.isTold = true;
    this.#letGoOnceTold(asked);
    return painted;
  }

  /** The shot was checked, and the page was the same after it. */
  checked(sequence: number): void {
    const asked = this.#askedFor(sequence);
    if (asked) letGo(asked);
  }

  freeInMs(): number {
    if (!this.#isPaced && (this.#popup || !this.#isRationed)) return 0;
    return Math.max(0, this.#lastCall + gapMs - performance.now());
  }

  #askedFor(sequence: number | undefined): Asked | null {
    return this.#asked?.request.sequence === sequence ? this.#asked : null;
  }

  #letGoOnceTold(asked: Asked): void {
    if (asked.isSame && asked.isTold && !this.#staysForChecks) letGo(asked);
  }

  async take(request: FrameRequest, signal: AbortSignal, onShot: () => boolean): Promise<FrameAnswer> {
    const lane = this.#popup ?? this.#worker;
    const left = this.freeInMs();
    if (left > 0) await wait(left, signal);
    const callBefore = this.#lastCall;
    this.#lastCall = performance.now();
    this.#asked = { request, onShot, isSame: false, isTold: false, hasMovedOn: false };
    try {
      const answer = await lane("frame.take", request);
      if (answer.kind === "too-soon") {
        this.#isPaced = true;
        // A call that was refused is none of the two.
        this.#lastCall = callBefore;
      }
      return answer;
    } catch (error) {
      if (this.#popup === lane) this.#popup = null;
      throw error;
    } finally {
      this.#asked = null;
    }
  }
}

function letGo(asked: Asked): void {
  asked.hasMovedOn = asked.onShot();
}

/** Whether nothing is hidden in view now that was not listed before: only what was listed is asked about at once. */
function isAllKnown({ hidden: before = [] }: Census, { hidden: after = [] }: Census): boolean {
  const known = new Set(before.map((box) => JSON.stringify(box)));
  return after.every((box) => known.has(JSON.stringify(box)));
}

/** Numbers each envelope, so that a late answer is never taken for another frame's. */
function portTransport(port: DriverPort): (envelope: unknown) => Promise<unknown> {
  const waiting = new Map<number, (reply: unknown) => void>();
  let last = 0;
  port.onMessage.addListener((message) => {
    const { id, reply } = message as { id?: unknown; reply?: unknown };
    if (typeof id !== "number") return;
    waiting.get(id)?.(reply);
    waiting.delete(id);
  });
  port.onDisconnect.addListener(() => {
    for (const settle of waiting.values()) settle(undefined);
    waiting.clear();
  });
  return (envelope) =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      waiting.set(id, resolve);
      setTimeout(() => waiting.delete(id) && resolve(undefined), popupSilenceMs);
      port.postMessage({ id, envelope });
    });
}
