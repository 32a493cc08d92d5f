/** The font of the documents, unpacked elsewhere: as text of a module it takes several times its size. */

/** @throws Error when it cannot be had */
export async function unpackedFont(): Promise<Uint8Array<ArrayBuffer>> {
  const thread = new Worker(new URL("./font-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      thread.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => resolve(data);
      thread.onerror = ({ message }) => reject(new Error(`the font was not unpacked: ${message}`));
    });
  } finally {
    thread.terminate();
  }
}
