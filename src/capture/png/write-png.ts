/** Writes a PNG as a stream: RGB, 8 bits, each row filtered by "up" where that is shorter to say, pixels in chunks. */
import { crc32 } from "../../base/crc32.ts";
import { bytesPerPixel } from "../raster.ts";
import { chunkFrameBytes, longestSide, pngRefused, pngSignature } from "./png-form.ts";

/** Bytes of compressed pixels in a chunk, at most. */
const chunkBytes = 1024 * 1024;
/** Rows handed to the compressor at a time: fewer and larger steps are faster. */
const batchBytes = 256 * 1024;

export interface PngToWrite {
  width: number;
  height: number;
  /** Exactly `height` rows of `3 * width` bytes each; a row is copied before the next is asked for. */
  rows: Iterable<Uint8Array>;
}

/** @throws Failure `picture-unreadable` when the rows are not of the size that was said */
export async function writePng({ width, height, rows }: PngToWrite): Promise<Blob> {
  if (width < 1 || height < 1 || Math.max(width, height) > longestSide)
    throw pngRefused(`${width} by ${height} pixels cannot be written`);
  const file: Uint8Array<ArrayBuffer>[] = [pngSignature, chunk("IHDR", header(width, height))];
  const filtered = filteredRows({ width, height, rows });
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = () => {
    if (waitingBytes > 0) file.push(chunk("IDAT", ...waiting));
    [waiting, waitingBytes] = [[], 0];
  };
  for await (const piece of deflate(filtered)) {
    waiting.push(piece);
    waitingBytes += piece.length;
    if (waitingBytes >= chunkBytes) flush();
  }
  flush();
  file.push(chunk("IEND"));
  return new Blob(file, { type: "image/png" });
}

function header(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(13);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  bytes.set([8, 2, 0, 0, 0], 8);
  return bytes;
}

function chunk(type: string, ...contents: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const bytes = new Uint8Array(chunkFrameBytes + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length);
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index);
  let offset = 8;
  for (const content of contents) {
    bytes.set(content, offset);
    offset += content.length;
  }
  view.setUint32(offset, crc32(bytes.subarray(4, offset)));
  return bytes;
}

/** Filtered rows in batches, all in one buffer: a batch is compressed before the next is asked for. */
function* filteredRows({ width, height, rows }: PngToWrite): Generator<Uint8Array<ArrayBuffer>> {
  const stride = width * bytesPerPixel;
  const inBatch = Math.max(1, Math.floor(batchBytes / (stride + 1)));
  const above = new Uint8Array(stride);
  const batch = new Uint8Array(inBatch * (stride + 1));
  let written = 0;
  for (const row of rows) {
    if (row.length !== stride || written === height) throw pngRefused("rows of another size than was said");
    const at = (written % inBatch) * (stride + 1);
    filterUp(row, above, batch.subarray(at, at + stride + 1));
    above.set(row);
    written += 1;
    if (written % inBatch === 0) yield batch;
  }
  if (written !== height) throw pngRefused("fewer rows than was said");
  yield batch.subarray(0, (written % inBatch) * (stride + 1));
}

/** Filter 2 (PNG specification, 9.2) is best for text and as good as none for the rest (measured). */
function filterUp(row: Uint8Array, above: Uint8Array, out: Uint8Array): void {
  out[0] = 2;
  for (let index = 0; index < row.length; index += 1)
    out[index + 1] = (row[index] as number) - (above[index] as number);
}

async function* deflate(batches: Iterable<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  const compression = new CompressionStream("deflate");
  const writer = compression.writable.getWriter();
  const reader = compression.readable.getReader();
  const writing = (async () => {
    // A write ends once its bytes went through the compressor (Compression Streams, 5; Node waits for the drain).
    for (const batch of batches) if (batch.length > 0) await writer.write(batch);
    await writer.close();
  })().catch(async (error: unknown) => {
    await writer.abort(error).catch(() => undefined);
    throw error;
  });
  writing.catch(() => undefined);
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) yield step.value;
  } catch {
    // What went wrong is said by the side that wrote.
  }
  await writing;
}
