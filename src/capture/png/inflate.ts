/** Takes the compressed pixels of a PNG out of their zlib stream (RFC 1950), whose checksum the platform checks. */

/**
 * `pieces` is the compressed stream in order, `size` the bytes that should come out. What comes out is the taker's, and
 * may be more or less than was said. @throws whatever the platform throws for a stream that is torn or false
 */
export type Inflate = (
  pieces: readonly Uint8Array<ArrayBuffer>[],
  size: number,
) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Deflate packs at most a thousand to one: so much at a time bursts into no more than 33 MB. */
const stepBytes = 32 * 1024;

/** By the means every platform of ours has, in pieces: whoever stops listening stops it. */
export const inflateInPieces: Inflate = async function* (pieces) {
  const joined = joinedBytes(pieces);
  let at = 0;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= joined.length) return controller.close();
      controller.enqueue(joined.subarray(at, at + stepBytes));
      at += stepBytes;
    },
  });
  const reader = compressed.pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};

/** Browsers write pieces of 4 KiB: each by itself would cost more than what is in it. */
export function joinedBytes(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [first, second] = pieces;
  if (first && !second) return first;
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
