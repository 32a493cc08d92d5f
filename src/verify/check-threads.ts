/**
 * Shares the reading of files and the comparing of strips out among threads. What a thread cannot answer is done here, with
 * the same result.
 */
import { release } from "../base/read-blob.ts";
import { PictureRoom } from "../capture/png/vectors/picture-room.ts";
import {
  type BagReader,
  type CompareStrips,
  compareStrips,
  type StripReading,
  type StripRun,
} from "./compare-strips.ts";
import {
  type FactMeans,
  type FactReading,
  type FactRun,
  type OpenFile,
  type ReadFacts,
  readFacts,
} from "./read-facts.ts";
import { type ContainerMeans, type Sha256Of, StoredReader } from "./read-stored.ts";
import type { StoredPlace } from "./stored-entry.ts";

/** What a thread is asked for; plain data. */
export type CheckTask = { kind: "strips"; run: StripRun } | { kind: "facts"; run: FactRun };

export type CheckOrder = CheckTask & {
  /** Of the files the run names. */
  entries: readonly (StoredPlace & { bagPath: string })[];
};

type Readings = StripReading[] | FactReading[];

/** Null where the thread could not work. */
export type CheckAnswer = Readings | null;

/** A thread that has the same container before it. It gets one order at a time. */
export interface CheckThread {
  send(order: CheckOrder): void;
  end(): void;
}

export interface ThreadNews {
  answered(answer: CheckAnswer): void;
  /** It will not answer any more. */
  broke(): void;
}

export interface ThreadMeans {
  /** How many at once. */
  threads: number;
  open(zip: Blob, news: ThreadNews): CheckThread;
}

/** What a thread does with an order, wherever it runs. Never rejects. */
export function answerOrders(means: Promise<ContainerMeans>): (order: CheckOrder) => Promise<CheckAnswer> {
  const room = PictureRoom.open();
  const opened = means.then((found) => ({ ...found, stored: new StoredReader(found) }));
  return async ({ entries, ...task }) => {
    try {
      const { stored, crc32, sha256 } = await opened;
      const byPath = new Map(entries.map((entry) => [entry.bagPath, entry]));
      const open: OpenFile = async (path) => {
        const entry = byPath.get(path);
        if (!entry) throw new Error("not in this order");
        return stored.read(entry);
      };
      // A second look, at pictures: they say of each of their own chunks what its CRC is.
      const read: BagReader["read"] = async (path) => {
        const entry = byPath.get(path);
        return entry ? stored.readAgain(entry) : null;
      };
      return await work(task, { open, release, sha256, bag: { read, release, room, crc32 } });
    } catch {
      return null;
    }
  };
}

interface WorkMeans extends FactMeans {
  release: (bytes: Uint8Array<ArrayBuffer>) => void;
  bag: BagReader;
}

function work(task: CheckTask, { bag, ...files }: WorkMeans): Promise<Readings> {
  return task.kind === "strips" ? compareStrips(task.run, bag) : readFacts(task.run, files);
}

interface Waiting {
  task: CheckTask;
  resolve(readings: Readings): void;
  reject(error: unknown): void;
}

interface Post {
  thread: CheckThread | null;
  /** What it is at; null while it waits. */
  turn: Waiting | null;
}

export interface FilesAtHand {
  zip: Blob;
  /** By path inside the bag. */
  entries: ReadonlyMap<string, StoredPlace>;
  bag: BagReader;
  open: OpenFile;
  sha256: Sha256Of;
}

/** Answers are taken in order: while one turn takes long, the other threads must find enough to do behind it. */
const turnsAhead = 8;

/** Without means everything is done here. */
export class CheckThreads {
  readonly #means: ThreadMeans | null;
  readonly #hand: FilesAtHand;
  readonly #queue: Waiting[] = [];
  readonly #posts: Post[] = [];
  /** What is done on this thread, one after the other. */
  #here: Promise<unknown> = Promise.resolve();
  #isOver = false;
  /** So many turns may be asked for at a time. */
  readonly atOnce: number;

  constructor(means: ThreadMeans | null, hand: FilesAtHand) {
    this.#means = means;
    this.#hand = hand;
    this.atOnce = means === null ? 1 : turnsAhead * means.threads;
    hand.bag.signal?.addEventListener("abort", () => this.end(), { once: true });
  }

  /** @throws the signal's reason */
  readonly compare: CompareStrips = async (run) =>
    (await this.#ask({ kind: "strips", run })) as StripReading[];

  /** @throws the signal's reason */
  readonly readFacts: ReadFacts = async (run) => (await this.#ask({ kind: "facts", run })) as FactReading[];

  async #ask(task: CheckTask): Promise<Readings> {
    this.#hand.bag.signal?.throwIfAborted();
    return await new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#handOut();
    });
  }

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
      if (post.thread) post.thread.send({ ...turn.task, entries: this.#entriesOf(turn.task) });
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
      const answered = (answer: CheckAnswer) => (answer ? this.#finish(post, answer) : this.#giveUp(post));
      const news = { answered, broke: () => this.#giveUp(post) };
      post.thread = this.#means?.open(this.#hand.zip, news) ?? null;
    } catch {
      // A platform that gives no thread: the work is done here.
    }
    return post;
  }

  #entriesOf(task: CheckTask): CheckOrder["entries"] {
    const files = task.kind === "strips" ? [...task.run.strips, ...task.run.frames] : task.run.files;
    return files.flatMap(({ path }) => {
      const entry = this.#hand.entries.get(path);
      if (!entry) return [];
      const { offset, sizeBytes, crc32 } = entry;
      return [{ bagPath: path, path: entry.path, offset, sizeBytes, crc32 }];
    });
  }

  #finish(post: Post, readings: Readings): void {
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
      .then(() => work(turn.task, { ...this.#hand, release }))
      .then((readings) => this.#finish(post, readings), turn.reject);
  }
}
