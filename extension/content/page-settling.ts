/** Waiting for a page to hold still: two drawn frames, then quiet if anything changed. */

/** Frames are not drawn in a covered window, so a timer ends the wait (measured). */
const frameGuardMs = 250;
const quietMs = 100;
const quietCapMs = 1_500;

export class PageSettling {
  #lastChange = Number.NEGATIVE_INFINITY;
  readonly #observer = new MutationObserver(() => {
    this.#lastChange = performance.now();
  });
  readonly #onResize = () => {
    this.#lastChange = performance.now();
  };

  constructor() {
    this.#observer.observe(document, { childList: true, subtree: true, characterData: true });
    addEventListener("resize", this.#onResize);
  }

  stop(): void {
    this.#observer.disconnect();
    removeEventListener("resize", this.#onResize);
  }

  /** @throws the signal's reason */
  async settle(signal: AbortSignal): Promise<void> {
    const begun = performance.now();
    await drawnFrame();
    await drawnFrame();
    while (performance.now() - begun < quietCapMs && this.#isRestless(begun)) {
      await wait(quietMs / 4, signal);
    }
  }

  #isRestless(begun: number): boolean {
    const changedSince = this.#lastChange >= begun;
    return (changedSince && performance.now() - this.#lastChange < quietMs) || pendingImagesInView() > 0;
  }
}

function drawnFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, frameGuardMs);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** @throws the signal's reason */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) return reject(signal.reason);
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}

/** Shown images in the window that are still on their way. */
export function pendingImagesInView(): number {
  return [...document.images].filter((image) => !image.complete && isInView(image)).length;
}

function isInView(element: Element): boolean {
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
}
