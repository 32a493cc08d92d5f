/**
 * Two ways to a shutter: the open popup (fast for some seconds after its click) and the worker (two shots a second,
 * always there). The popup is preferred; when it goes, the same frame is simply asked of the worker.
 */
import { type Census, isSameView } from "../../src/capture/frame.ts";
import type { FrameAnswer, FrameRequest, Shutter } from "../../src/capture/shutter.ts";
import { connect, type Send } from "../../src/protocol/connect.ts";
import type { DriverPort } from "./page-runtime.ts";
import { wait } from "./page-settling.ts";

/** Two calls in every one-second window that begins with the first call; a fixed gap of 505 ms never fails (measured). */
const gapMs = 505;
const popupSilenceMs = 5_000;

export class ShutterLanes implements Shutter {
  readonly #worker: Send;
  readonly #isRationed: boolean;
  #popup: Send | null = null;
  #isPaced = false;
  #lastCall = Number.NEGATIVE_INFINITY;
  #asked: { request: FrameRequest; onShot: () => void } | null = null;

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
   * The shutter has looked at the page after its shot. In masked captures it may ask again about what is hidden, so the
   * page stands still until the shot was checked.
   */
  lookedAfter(sequence: number | undefined, after: Census): void {
    const asked = this.#asked;
    if (!asked || asked.request.sequence !== sequence || after.isMasked !== null) return;
    if (isSameView(asked.request.census, after)) asked.onShot();
  }

  /** The shot was checked, and the page was the same after it. */
  checked(sequence: number): void {
    const asked = this.#asked;
    if (asked?.request.sequence === sequence) asked.onShot();
  }

  freeInMs(): number {
    if (!this.#isPaced && (this.#popup || !this.#isRationed)) return 0;
    return Math.max(0, this.#lastCall + gapMs - performance.now());
  }

  async take(request: FrameRequest, signal: AbortSignal, onShot: () => void): Promise<FrameAnswer> {
    const lane = this.#popup ?? this.#worker;
    const left = this.freeInMs();
    if (left > 0) await wait(left, signal);
    const callBefore = this.#lastCall;
    this.#lastCall = performance.now();
    this.#asked = { request, onShot };
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
