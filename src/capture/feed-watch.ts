/**
 * Tells a page that grows while it is followed (a feed) from one that has an end.
 * A feed may be endless: after three growths in a row it is followed for a minute in all, then its end is drawn here.
 */
import type { CaptureLimits } from "./capture-limits.ts";
import type { PageMeasures } from "./frame.ts";

/** Growth by less than this share of the window is a picture that found its height, not a new page of a feed. */
const growthShare = 0.25;

export class FeedWatch {
  readonly #limits: CaptureLimits;
  readonly #startedAtMs: number;
  #height: number;
  #growths = 0;
  hasGrown = false;

  constructor(limits: CaptureLimits, census: PageMeasures, nowMs: number) {
    this.#limits = limits;
    this.#height = census.documentHeight;
    this.#startedAtMs = nowMs;
  }

  /** Whether the page grew while its bottom was watched, by however little. */
  grewAtBottom({ documentHeight }: PageMeasures): boolean {
    const grownBy = documentHeight - this.#height;
    this.#height = documentHeight;
    if (grownBy <= 1) return false;
    this.#count();
    return true;
  }

  /** Whether the page grew by a new piece since it was last looked at. */
  grewBetween({ documentHeight, clientHeight }: PageMeasures): boolean {
    const grownBy = documentHeight - this.#height;
    this.#height = documentHeight;
    if (grownBy < growthShare * clientHeight) return false;
    this.#count();
    return true;
  }

  #count(): void {
    this.hasGrown = true;
    this.#growths += 1;
  }

  isEndless(nowMs: number): boolean {
    const { feedGrowths, feedMs } = this.#limits;
    return this.#growths >= feedGrowths && nowMs - this.#startedAtMs >= feedMs;
  }
}
