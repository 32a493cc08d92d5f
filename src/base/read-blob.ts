/**
 * Reads Blobs into memory that is used again and again. Whoever reads gigabytes file by file would else hold hundreds of
 * megabytes that wait to be collected.
 */

/** Buffers that nobody uses at the moment, on this thread. */
const spares: ArrayBuffer[] = [];
const mostSpares = 16;
/** Together, so that one file of a hundred megabytes is not kept because it came by. */
const mostSpareBytes = 16 * 1024 * 1024;
/** Room for files of about the same size. */
const roundBytes = 64 * 1024;

/**
 * Who waits for bytes. Packing 2 GB in Chromium 156 stood still in the middle of a read, and no more since reads are held
 * here; likeliest is that one which nothing else refers to goes with the garbage, and then nobody hears of it again.
 */
const underWay = new Set<ReadableStreamBYOBReader>();

/** All of it. @throws what the Blob throws when it cannot be read */
export async function readBlob(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  // Too large to be used again; and a stream would leave as much once more in the pieces it came in.
  if (blob.size > mostSpareBytes) return new Uint8Array(await blob.arrayBuffer());
  const reader = blob.stream().getReader({ mode: "byob" });
  underWay.add(reader);
  try {
    return await readAll(reader, blob.size);
  } finally {
    underWay.delete(reader);
  }
}

async function readAll(
  reader: ReadableStreamBYOBReader,
  sizeBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let buffer = takeBuffer(sizeBytes);
  let length = 0;
  while (length < sizeBytes) {
    const step = await reader.read(new Uint8Array(buffer, length, sizeBytes - length));
    if (step.value) {
      // The buffer moves along with what was read into it.
      buffer = step.value.buffer;
      length += step.value.length;
    }
    if (step.done) break;
  }
  await reader.cancel();
  return new Uint8Array(buffer, 0, length);
}

export const pieceBytes = 1024 * 1024;

/** One piece after the other, each the taker's, who may give it back. @throws what the Blob throws when it cannot be read */
export async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += pieceBytes) yield await readBlob(blob.slice(at, at + pieceBytes));
}

/** Nobody may use the bytes afterwards: the next Blob is read into them. */
export function release({ buffer }: Uint8Array<ArrayBuffer>): void {
  if (buffer.byteLength < roundBytes) return;
  spares.push(buffer);
  while (spares.length > mostSpares || sum(spares) > mostSpareBytes) free(spares.shift());
}

/** At once, where the platform can (Node 20 cannot): large ones would wait long to be collected. */
function free(buffer: ArrayBuffer | undefined): void {
  buffer?.transfer?.(0);
}

function sum(buffers: readonly ArrayBuffer[]): number {
  return buffers.reduce((bytes, { byteLength }) => bytes + byteLength, 0);
}

/** At least so long; what is in it stands for nothing. */
export function takeBuffer(sizeBytes: number): ArrayBuffer {
  const fitting = spares.findIndex(
    ({ byteLength }) => byteLength >= sizeBytes && byteLength <= 4 * sizeBytes + roundBytes,
  );
  const [spare] = fitting === -1 ? [] : spares.splice(fitting, 1);
  return spare ?? new ArrayBuffer(Math.ceil(Math.max(1, sizeBytes) / roundBytes) * roundBytes);
}
