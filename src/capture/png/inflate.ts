/** Takes the compressed pixels of a PNG out of their zlib stream (RFC 1950), whose checksum the platform checks. */

/** Deflate packs at most a thousand to one: so much at a time bursts into no more than 33 MB. */
const stepBytes = 32 * 1024;

/**
 * `pieces` is the compressed stream in order. Whoever stops listening stops it.
 * @throws whatever the platform throws for a stream that is torn or false
 */
export async function* inflateInPieces(
  pieces: readonly Uint8Array<ArrayBuffer>[],
): AsyncGenerator<Uint8Array> {
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
}

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
