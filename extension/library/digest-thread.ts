/** The digest of the container, worked out on another thread while this one goes on writing. */
import type { StreamDigest } from "../../src/base/stream-digest.ts";

export type DigestOrder = { kind: "more"; bytes: Uint8Array<ArrayBuffer> } | { kind: "end" };
export type DigestAnswer = { kind: "taken"; bytes: number } | { kind: "hex"; hex: string };

/** Copies that wait for the other thread; whoever writes faster than it reads waits too. */
const mostWaiting = 8 * 1024 * 1024;

/** The thread ends with the digest, when the signal says so, or when it breaks. */
export async function openDigestThread(signal: AbortSignal): Promise<StreamDigest> {
  const thread = new Worker(new URL("./digest-worker.ts", import.meta.url), { type: "module" });
  const news = new ThreadNews(thread, signal);
  let sent = 0;
  return {
    update: async (bytes) => {
      sent += bytes.length;
      thread.postMessage({ kind: "more", bytes } satisfies DigestOrder);
      while (sent - news.taken > mostWaiting) await news.next();
    },
    hex: async () => {
      thread.postMessage({ kind: "end" } satisfies DigestOrder);
      while (news.hex === null) await news.next();
      thread.terminate();
      return news.hex;
    },
  };
}

/** What the thread said so far, and waiting for more of it. */
class ThreadNews {
  taken = 0;
  hex: string | null = null;
  #failure: unknown = null;
  #wake: () => void = () => undefined;

  constructor(thread: Worker, signal: AbortSignal) {
    thread.onmessage = ({ data }: MessageEvent<DigestAnswer>) => {
      if (data.kind === "taken") this.taken += data.bytes;
      else this.hex = data.hex;
      this.#wake();
    };
    const stop = (reason: unknown) => {
      this.#failure = reason;
      thread.terminate();
      this.#wake();
    };
    thread.onerror = (event) => stop(new Error(`the digest was not worked out: ${event.message}`));
    signal.addEventListener("abort", () => stop(signal.reason), { once: true });
  }

  /** @throws what stopped the thread */
  async next(): Promise<void> {
    if (this.#failure === null)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    if (this.#failure !== null) throw this.#failure;
  }
}
