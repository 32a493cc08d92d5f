/** Inflates the pixels of a picture in one step by Node's own zlib: seven times the pace of its streams. */
import { inflateSync, type ZlibOptions } from "node:zlib";
import { type Inflate, inflateInPieces, joinedBytes } from "../src/capture/png/inflate.ts";

/** Larger pictures come in pieces, so that no thread holds more than this beside the pixels. */
const mostBytes = 64 * 1024 * 1024;

/** What is more than was said is not inflated: zlib stops there with an error. What stands behind the end is one too. */
export const inflateAtOnce: Inflate = (pieces, size) => {
  if (size > mostBytes) return inflateInPieces(pieces, size);
  const compressed = joinedBytes(pieces);
  const { buffer, engine } = inflateWhole(compressed, { chunkSize: size + 64, maxOutputLength: size });
  if (engine.bytesWritten !== compressed.length)
    throw new Error("something stands behind the end of a stream");
  return [buffer];
};

interface Inflated {
  buffer: Uint8Array;
  /** `bytesWritten` are those that were read of the stream. */
  engine: { bytesWritten: number };
}

/** With `info` the answer has another form, which its types do not know (nodejs.org, zlib, class Options). */
function inflateWhole(compressed: Uint8Array, options: ZlibOptions): Inflated {
  return inflateSync(compressed, { ...options, info: true }) as unknown as Inflated;
}
