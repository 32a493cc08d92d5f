/** The digest of a container, worked out on another thread while this one goes on reading. */
import { release } from "../../src/base/read-blob.ts";
import type { StreamDigest } from "../../src/base/stream-digest.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export type DigestOrder =
  | { kind: "begin"; from: Bytes | null }
  | { kind: "more"; bytes: Bytes }
  | { kind: "hex" }
  | { kind: "state" };
export type DigestAnswer =
  | { kind: "taken"; bytes: Bytes }
  | { kind: "hex"; hex: string }
  | { kind: "state"; state: Bytes };

/** Works out the digest of a whole file; from where another one was, where that is given. */
export type OpenDigest = (from?: Bytes | null) => Promise<StreamDigest>;

/** Bytes that wait for the other thread; whoever reads faster than it works waits too. */
const mostWaiting = 4 * 1024 * 1024;

/** The thread ends with the one that opened it. */
export async function openDigestThread(from: Bytes | null = null): Promise<StreamDigest> {
  const thread = new Worker(new URL("./digest-worker.ts", import.meta.url), { type: "module" });
  const news = new ThreadNews(thread);
  const say = (order: DigestOrder, moved: Transferable[] = []) => thread.postMessage(order, moved);
  say({ kind: "begin", from });
  let sent = 0;
  return {
    update: async (bytes) => {
      sent += bytes.length;
      say({ kind: "more", bytes }, [bytes.buffer]);
      while (sent - news.taken > mostWaiting) await news.next();
    },
    hex: async () => {
      say({ kind: "hex" });
      while (news.hex === null) await news.next();
      return news.hex;
    },
    state: async () => {
      say({ kind: "state" });
      while (news.state === null) await news.next();
      return news.state;
    },
  };
}

/** What the thread said so far, and waiting for more of it. */
class ThreadNews {
  taken = 0;
  hex: string | null = null;
  state: Bytes | null = null;
  #failure: Error | null = null;
  #wake: () => void = () => undefined;

  constructor(thread: Worker) {
    thread.onmessage = ({ data }: MessageEvent<DigestAnswer>) => {
      if (data.kind === "hex") this.hex = data.hex;
      else if (data.kind === "state") this.state = data.state;
      else {
        this.taken += data.bytes.length;
        release(data.bytes);
      }
      this.#wake();
    };
    thread.onerror = ({ message }) => {
      this.#failure = new Error(`the digest was not worked out: ${message}`);
      this.#wake();
    };
  }

  /** @throws Error when the thread broke */
  async next(): Promise<void> {
    if (this.#failure === null)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (this.#failure !== null) throw this.#failure;
  }
}
