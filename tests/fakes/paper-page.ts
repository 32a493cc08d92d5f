/** A page and a camera on paper: rows with numbers, a window over them, and whatever misbehaviour a test asks for. */
import type { Census, Frame, PageMeasures } from "../../src/capture/frame.ts";
import type { PageProbe } from "../../src/capture/page-probe.ts";
import type { FrameAnswer, FrameRequest, Shutter } from "../../src/capture/shutter.ts";
import type { CaptureNote } from "../../src/capture/verdict.ts";
import type { FixedClock } from "./fixed-clock.ts";

export interface PaperShape {
  width: number;
  height: number;
  windowWidth: number;
  windowHeight: number;
  ratio: number;
  isRightToLeft: boolean;
}

export class PaperPage implements PageProbe, Shutter {
  readonly shape: PaperShape;
  readonly frames = new Map<number, Frame>();
  /** What the shutter answers instead of storing, one a call; `undefined` stores. */
  readonly troubles: (FrameAnswer | "silence" | undefined)[] = [];
  /** Runs before every census, to let the page misbehave. */
  misbehave: (page: PaperPage) => void = () => undefined;
  /** What stands in front, for the window as it stands. */
  inFront: (page: PaperPage) => Census["occluders"] = () => [];
  readonly hidden = new Set<string>();
  loading: (page: PaperPage) => boolean = () => false;
  /** CSS pixels between the places at which the page comes to rest. */
  snapsTo: number | null = null;
  #snappedTo: number | null = null;
  url = "https://example.org/post";
  isMasked: boolean | null = null;
  scrollX: number;
  scrollY = 0;
  requests = 0;
  readonly #clock: FixedClock;

  constructor(clock: FixedClock, shape: Partial<PaperShape> = {}) {
    this.#clock = clock;
    this.shape = {
      width: 1000,
      height: 5000,
      windowWidth: 1000,
      windowHeight: 800,
      ratio: 1,
      isRightToLeft: false,
      ...shape,
    };
    this.scrollX = 0;
  }

  measures(): PageMeasures {
    return this.census();
  }

  census(): Census {
    this.misbehave(this);
    const { width, height, windowWidth, windowHeight, ratio } = this.shape;
    return {
      url: this.url,
      originX: this.#originX(),
      scrollX: this.scrollX,
      scrollY: this.scrollY,
      documentWidth: Math.max(width, windowWidth),
      documentHeight: Math.max(height, windowHeight),
      clientWidth: windowWidth,
      clientHeight: windowHeight,
      innerWidth: windowWidth,
      innerHeight: windowHeight,
      devicePixelRatio: ratio,
      pendingImages: 0,
      viewDigest: "0",
      occluders: this.inFront(this).filter(({ key }) => !this.hidden.has(key)),
      moving: [],
      isMasked: this.isMasked,
    };
  }

  /** Offsets stop at the ends and snap to device pixels, as in a browser. */
  scrollTo(x: number, y: number): void {
    const { width, height, windowWidth, windowHeight, ratio } = this.shape;
    const most = Math.max(0, width - windowWidth);
    const left = this.#originX();
    const snap = (value: number) => Math.round(value * ratio) / ratio;
    this.scrollX = snap(Math.min(Math.max(x, left), left + most));
    const rest = this.snapsTo === null ? y : Math.round(y / this.snapsTo) * this.snapsTo;
    this.scrollY = snap(Math.min(Math.max(rest, 0), Math.max(0, height - windowHeight)));
  }

  async ready(): Promise<void> {
    this.#clock.pass(5);
  }

  isLoading(): boolean {
    return this.loading(this);
  }

  hideOccluders(keys: readonly string[]): number {
    const hidden = keys.filter((key) => !this.hidden.has(key));
    for (const key of hidden) this.hidden.add(key);
    return hidden.length;
  }

  stopSnapping(): boolean {
    if (this.snapsTo === null) return false;
    this.#snappedTo = this.snapsTo;
    this.snapsTo = null;
    return true;
  }

  putBack(): void {
    this.hidden.clear();
    this.snapsTo ??= this.#snappedTo;
  }

  async settle(): Promise<void> {
    this.#clock.pass(40);
  }

  async onScreen(): Promise<void> {}

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#clock.pass(milliseconds);
  }

  partsNotFollowed(): CaptureNote[] {
    return [];
  }

  /** Of the paper clock, between one shot and the next; 0 for a fast lane. */
  gapMs = 0;
  #freeAtMs = 0;

  freeInMs(): number {
    return Math.max(0, this.#freeAtMs - this.#clock.now().monotonicMs);
  }

  /** Says that the picture is taken before it is stored, so that the walk goes on meanwhile. */
  tellsOfShots = false;

  async take(request: FrameRequest, _signal: AbortSignal, onShot: () => boolean): Promise<FrameAnswer> {
    this.requests += 1;
    this.#clock.pass(this.freeInMs());
    this.#freeAtMs = this.#clock.now().monotonicMs + this.gapMs;
    if (
      this.tellsOfShots &&
      (this.scrollX !== request.census.scrollX || this.scrollY !== request.census.scrollY)
    ) {
      throw new Error("the page was scrolled between its look and its shot");
    }
    if (this.tellsOfShots) {
      onShot();
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
    const trouble = this.troubles.shift();
    if (trouble === "silence") throw new Error("nobody answered");
    if (trouble && !(trouble.kind === "changed" && request.acceptsUnstable)) return trouble;
    const { census, sequence } = request;
    const frame: Frame = {
      sequence,
      sha256: "0".repeat(64),
      sizeBytes: 1,
      width: Math.round(census.clientWidth * census.devicePixelRatio),
      height: Math.round(census.clientHeight * census.devicePixelRatio),
      census,
      surface: request.surface,
      pane: request.pane,
      retakes: request.retakes,
      isUnstable: trouble?.kind === "changed",
      takenAtUtc: this.#clock.now().utc,
    };
    this.frames.set(sequence, frame);
    return { kind: "stored", frame };
  }

  #originX(): number {
    const { width, windowWidth, isRightToLeft } = this.shape;
    return isRightToLeft ? Math.min(0, windowWidth - width) : 0;
  }
}
