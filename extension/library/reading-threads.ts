/** Two threads that read and measure files: one waits for the disk while the other works. They end with the one that opened them. */
import type { FileMeasure, MeasureFile, StatedFile } from "../../src/bundle/measure-file.ts";

export interface ReadingOrder {
  number: number;
  content: Blob;
  stated: StatedFile;
}

export type ReadingAnswer =
  | { number: number; measure: FileMeasure }
  | { number: number; measure: null; message: string };

const threadCount = 2;

interface Waiting {
  resolve: (measure: FileMeasure) => void;
  reject: (error: Error) => void;
}

export class ReadingThreads {
  readonly #threads = Array.from({ length: threadCount }, () => new ReadingThread());

  /** By whichever has less to do. @throws Error when the file cannot be read */
  readonly measure: MeasureFile = (content, stated) => {
    const [first, ...others] = this.#threads;
    if (!first) throw new TypeError("there are threads");
    const least = others.reduce((one, other) => (other.waiting < one.waiting ? other : one), first);
    return least.measure(content, stated);
  };
}

/** What reading leaves behind goes with its thread: of a gigabyte 35 MB (measured, Chromium 156). */
const mostReadBytes = 256 * 1024 * 1024;

class ReadingThread {
  #thread: Worker | null = null;
  #readBytes = 0;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  get waiting(): number {
    return this.#waiting.size;
  }

  measure(content: Blob, stated: StatedFile): Promise<FileMeasure> {
    this.#asked += 1;
    const number = this.#asked;
    if (this.waiting === 0 && this.#readBytes >= mostReadBytes) this.#end();
    this.#thread ??= this.#open();
    const thread = this.#thread;
    this.#readBytes += content.size;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      thread.postMessage({ number, content, stated } satisfies ReadingOrder);
    });
  }

  #open(): Worker {
    const thread = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
    thread.onmessage = ({ data }: MessageEvent<ReadingAnswer>) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if (data.measure) waiting?.resolve(data.measure);
      else waiting?.reject(new Error(data.message));
    };
    thread.onerror = ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`reading broke: ${message}`));
      this.#waiting.clear();
    };
    return thread;
  }

  #end(): void {
    this.#thread?.terminate();
    this.#thread = null;
    this.#readBytes = 0;
  }
}
