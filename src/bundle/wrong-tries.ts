/** Wrong passphrases at this page, each file's by itself: how long to wait, and which of them no log has yet. */

const freeTries = 5;
const firstWaitMs = 5_000;
const longestWaitMs = 5 * 60_000;

/** Until the next one, after so many. A brake for whoever sits at this page: elsewhere nothing holds anybody back. */
export function waitAfterMs(tries: number): number {
  return tries < freeTries ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** (tries - freeTries));
}

interface TriesOfFile {
  tries: number;
  /** No log has them. */
  untold: number;
  freeAtMs: number;
  /** What is being told; one after the other, so that none is told twice. */
  telling: Promise<void>;
}

export class WrongTries {
  readonly #files = new Map<string, TriesOfFile>();

  #of(salt: string): TriesOfFile {
    const known = this.#files.get(salt);
    const file = known ?? { tries: 0, untold: 0, freeAtMs: 0, telling: Promise.resolve() };
    this.#files.set(salt, file);
    return file;
  }

  add(salt: string, nowMs: number): void {
    const file = this.#of(salt);
    file.tries += 1;
    file.untold += 1;
    file.freeAtMs = nowMs + waitAfterMs(file.tries);
  }

  count(salt: string): number {
    return this.#files.get(salt)?.tries ?? 0;
  }

  /** Zero when the next one may come. */
  waitMs(salt: string, nowMs: number): number {
    return Math.max(0, (this.#files.get(salt)?.freeAtMs ?? 0) - nowMs);
  }

  /** Gives those that no log has to `write`, which says whether a log has them now; where it cannot, they stay. */
  async tell(salt: string, write: (tries: number) => Promise<boolean>): Promise<void> {
    const file = this.#of(salt);
    file.telling = file.telling.then(async () => {
      const { untold } = file;
      if (untold > 0 && (await write(untold).catch(() => false))) file.untold -= untold;
    });
    await file.telling;
  }
}
