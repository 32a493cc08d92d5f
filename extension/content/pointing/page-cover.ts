/** The sheet over the page, as the driver asks for it: one change after another, and only the last wish counts. */
import type { MarkPath } from "../../../src/capture/pointing/pointed.ts";

export interface CoverDoor {
  cover: (path: MarkPath | null) => Promise<void>;
  uncover: (path: MarkPath | null) => Promise<void>;
}

/** `undefined`: no sheet; null: one without an outline. */
type Cover = MarkPath | null | undefined;

export class PageCover {
  readonly #door: CoverDoor;
  /** What stands in the page, as far as the worker said. */
  #now: Cover;
  #work: Promise<void> = Promise.resolve();
  #last: MarkPath | null = null;

  constructor(door: CoverDoor) {
    this.#door = door;
  }

  /** Nothing can be pressed; one element, or none, has an outline. The new sheet is in before the old one goes. */
  put(path: MarkPath | null): Promise<void> {
    return this.#next(async () => {
      const before = this.#now;
      if (isSame(before, path)) return;
      await this.#door.cover(path);
      this.#now = path;
      this.#last = path;
      if (before !== undefined) await this.#door.uncover(before);
    });
  }

  /** The page is as it was. */
  lift(): Promise<void> {
    return this.#next(async () => {
      const before = this.#now;
      this.#now = undefined;
      if (before !== undefined) await this.#door.uncover(before);
    });
  }

  /** A page that comes out of the browser's cache may have kept what it left with. */
  async liftAgain(): Promise<void> {
    await this.#door.uncover(this.#last);
    await this.#door.uncover(null);
  }

  /** A step that failed holds up none after it. */
  #next(step: () => Promise<void>): Promise<void> {
    const done = this.#work.then(step);
    this.#work = done.catch(() => undefined);
    return done;
  }
}

function isSame(one: Cover, other: Cover): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && one.join() === other.join());
}
