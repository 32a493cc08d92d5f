/** Shares the comparing of strips out among threads. What a thread cannot answer is compared here, with the same result. */
import { fastCrc32 } from "../base/fast-crc32.ts";
import { PictureRoom } from "../capture/png/vectors/picture-room.ts";
import {
  type BagReader,
  type CompareStrips,
  compareStrips,
  type StripReading,
  type StripRun,
} from "./compare-strips.ts";
import { StoredReader } from "./read-stored.ts";
import type { StoredPlace } from "./stored-entry.ts";

export interface StripOrder {
  run: StripRun;
  /** Of the files the run names. */
  entries: readonly (StoredPlace & { bagPath: string })[];
}

/** Null where the thread could not work. */
export type StripAnswer = StripReading[] | null;

/** A thread that has the same container before it. It gets one order at a time. */
export interface StripThread {
  send(order: StripOrder): void;
  end(): void;
}

export interface StripNews {
  answered(answer: StripAnswer): void;
  /** It will not answer any more. */
  broke(): void;
}

export interface ThreadMeans {
  /** How many at once. */
  threads: number;
  open(zip: Blob, news: StripNews): StripThread;
}

/** What a thread does with an order, wherever it runs. Never rejects. */
export function answerStrips(zip: Blob): (order: StripOrder) => Promise<StripAnswer> {
  const room = PictureRoom.open();
  const opened = fastCrc32().then((crc32) => new StoredReader(zip, crc32));
  return async ({ run, entries }) => {
    try {
      const stored = await opened;
      const byPath = new Map(entries.map((entry) => [entry.bagPath, entry]));
      const read: BagReader["read"] = async (path) => {
        const entry = byPath.get(path);
        return entry ? await stored.read(entry).catch(() => null) : null;
      };
      return await compareStrips(run, { read, room });
    } catch {
      return null;
    }
  };
}

interface Waiting {
  run: StripRun;
  resolve(readings: StripReading[]): void;
  reject(error: unknown): void;
}

interface Post {
  thread: StripThread | null;
  /** What it is at; null while it waits. */
  turn: Waiting | null;
}

export interface StripsAtHand {
  zip: Blob;
  /** By path inside the bag. */
  entries: ReadonlyMap<string, StoredPlace>;
  bag: BagReader;
}

/** Without means everything is compared here. */
export class StripThreads {
  readonly #means: ThreadMeans | null;
  readonly #hand: StripsAtHand;
  readonly #queue: Waiting[] = [];
  readonly #posts: Post[] = [];
  /** What is compared on this thread, one after the other. */
  #here: Promise<unknown> = Promise.resolve();
  #isOver = false;
  /** So many turns may be asked for at a time without one of them waiting for long. */
  readonly atOnce: number;

  constructor(means: ThreadMeans | null, hand: StripsAtHand) {
    this.#means = means;
    this.#hand = hand;
    this.atOnce = means === null ? 1 : 2 * means.threads;
    hand.bag.signal?.addEventListener("abort", () => this.end(), { once: true });
  }

  /** @throws the signal's reason */
  readonly compare: CompareStrips = async (run) => {
    this.#hand.bag.signal?.throwIfAborted();
    return await new Promise((resolve, reject) => {
      this.#queue.push({ run, resolve, reject });
      this.#handOut();
    });
  };

  /** Whoever still waits is told why. */
  readonly end = (): void => {
    this.#isOver = true;
    const reason = this.#hand.bag.signal?.reason ?? new Error("the comparing was ended");
    for (const { thread, turn } of this.#posts) {
      thread?.end();
      turn?.reject(reason);
    }
    for (const { reject } of this.#queue.splice(0)) reject(reason);
  };

  #handOut(): void {
    for (let post = this.#freePost(); post && this.#queue.length > 0; post = this.#freePost()) {
      const turn = this.#queue.shift();
      if (!turn) return;
      post.turn = turn;
      if (post.thread) post.thread.send({ run: turn.run, entries: this.#entriesOf(turn.run) });
      else this.#takeHere(post, turn);
    }
  }

  /** One that waits, or a further one: none is opened before there is something for it to do. */
  #freePost(): Post | null {
    if (this.#isOver) return null;
    const waiting = this.#posts.find(({ turn }) => turn === null);
    if (waiting || this.#posts.length >= (this.#means?.threads ?? 1)) return waiting ?? null;
    const post: Post = { thread: null, turn: null };
    this.#posts.push(post);
    try {
      const answered = (answer: StripAnswer) => (answer ? this.#finish(post, answer) : this.#giveUp(post));
      const news = { answered, broke: () => this.#giveUp(post) };
      post.thread = this.#means?.open(this.#hand.zip, news) ?? null;
    } catch {
      // A platform that gives no thread: the work is done here.
    }
    return post;
  }

  #entriesOf({ strips, frames }: StripRun): StripOrder["entries"] {
    return [...strips, ...frames].flatMap(({ path }) => {
      const entry = this.#hand.entries.get(path);
      if (!entry) return [];
      const { offset, sizeBytes, crc32 } = entry;
      return [{ bagPath: path, path: entry.path, offset, sizeBytes, crc32 }];
    });
  }

  #finish(post: Post, readings: StripReading[]): void {
    post.turn?.resolve(readings);
    post.turn = null;
    this.#handOut();
  }

  /** From now on its turns are taken here. */
  #giveUp(post: Post): void {
    post.thread?.end();
    post.thread = null;
    if (post.turn && !this.#isOver) this.#takeHere(post, post.turn);
  }

  #takeHere(post: Post, turn: Waiting): void {
    this.#here = this.#here
      .then(() => compareStrips(turn.run, this.#hand.bag))
      .then((readings) => this.#finish(post, readings), turn.reject);
  }
}
