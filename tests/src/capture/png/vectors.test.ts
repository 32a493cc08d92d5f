/** The programs for vectors: what runs is what the text says, and it says of every stream what zlib says. */
import { deflateSync, inflateSync, constants } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble, programs } from "../../../../commands/assemble.ts";
import type { PngParts } from "../../../../src/capture/png/read-chunks.ts";
import { inflateBlock } from "../../../../src/capture/png/vectors/inflate-block.ts";
import { PictureRoom } from "../../../../src/capture/png/vectors/picture-room.ts";
import { pictureRows } from "../../../../src/capture/png/vectors/picture-rows.ts";
import { emptyRaster, equalRows, giveBack, type Raster, rowsOf } from "../../../../src/capture/raster.ts";

const numRuns = process.env["SLOW"] ? 2_000 : 300;

it("what runs is assembled from the text beside it", async () => {
  const built = await Promise.all(programs.map(assemble));
  expect(built).toEqual([pictureRows, inflateBlock]);
});

function opened(): PictureRoom {
  const room = PictureRoom.open();
  if (!room) throw new Error("no room");
  return room;
}

const room = opened();

/** One pixel wide, so that a row is four bytes whose first is filter 0; null where the stream is refused. */
function unpacked(stream: Uint8Array, rows: number): Buffer | null {
  const parts: PngParts = { width: 1, height: rows, channels: 3, compressed: [new Uint8Array(stream)] };
  try {
    const raster = room.unpack(parts);
    if (!raster) throw new Error("no room");
    const { start } = raster;
    const bytes = Buffer.from(raster.pixels.slice(start - 1, start - 1 + rows * 4));
    giveBack(raster);
    return bytes;
  } catch (error) {
    expect(error).toMatchObject({ code: "picture-unreadable" });
    return null;
  }
}

function byZlib(stream: Uint8Array, rows: number): Buffer | null {
  try {
    const bytes = inflateSync(stream, { maxOutputLength: rows * 4 });
    return bytes.length === rows * 4 ? bytes : null;
  } catch {
    return null;
  }
}

/** Samples with much and little that repeats, at every distance, under filter 0. */
const rows = fc
  .record({
    seed: fc.integer(),
    count: fc.integer({ min: 1, max: 9_000 }),
    period: fc.integer({ min: 1, max: 70 }),
    noise: fc.constantFrom(0, 1, 8, 64, 255),
  })
  .map(({ seed, count, period, noise }) => {
    const bytes = Buffer.alloc(count * 4);
    let state = seed;
    for (let at = 0; at < bytes.length; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      const isNew = at < period || (state >>> 8) % 256 < noise;
      bytes[at] = at % 4 === 0 ? 0 : isNew ? state >>> 24 : (bytes[at - period] as number);
    }
    return bytes;
  });

const packings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FILTERED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FIXED,
  ),
});

describe("a stream", () => {
  it("comes out as it went in, however it was packed", () => {
    fc.assert(
      fc.property(rows, packings, (bytes, packing) => {
        expect(unpacked(deflateSync(bytes, packing), bytes.length / 4)?.equals(bytes)).toBe(true);
      }),
      { numRuns },
    );
  });

  it("that was changed or cut anywhere is refused where zlib refuses it", () => {
    const flips = fc.array(fc.record({ at: fc.nat(), bit: fc.nat(7) }), { maxLength: 4 });
    const changes = fc.record({ flips, cut: fc.nat(20) });
    fc.assert(
      fc.property(rows, packings, changes, (bytes, packing, { flips: flipped, cut }) => {
        const stream = deflateSync(bytes, packing);
        for (const { at, bit } of flipped) {
          const place = at % stream.length;
          stream[place] = (stream[place] as number) ^ (1 << bit);
        }
        const torn = cut < 5 ? stream.subarray(0, stream.length - cut) : stream;
        const theirs = byZlib(torn, bytes.length / 4);
        const ours = unpacked(torn, bytes.length / 4);
        // A filter that there is none of is no fault of the stream.
        if (ours === null && theirs?.some((byte, at) => at % 4 === 0 && byte > 4)) return;
        if (ours !== null && theirs?.some((byte, at) => at % 4 === 0 && byte !== 0)) return;
        expect(ours === null ? theirs : theirs?.equals(ours)).toBe(ours === null ? null : true);
      }),
      { numRuns: numRuns * 3 },
    );
  });

  it("of nothing but noise never reaches beyond its place", () => {
    const beside = room.place(1, 1, 64) as Raster;
    beside.pixels.fill(0x5a, beside.start, beside.start + 64);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 400 }),
        fc.integer({ min: 1, max: 50 }),
        (noise, count) => {
          const stream = new Uint8Array([0x78, 0x9c, ...noise]);
          expect(unpacked(stream, count)).toEqual(byZlib(stream, count));
          expect(beside.pixels.subarray(beside.start, beside.start + 64).every((byte) => byte === 0x5a)).toBe(
            true,
          );
        },
      ),
      { numRuns: numRuns * 3 },
    );
    giveBack(beside);
  });
});

describe("a stream that is no picture of its size", () => {
  it.each([
    ["longer than its pixels", 3, Buffer.alloc(16)],
    ["shorter than its pixels", 5, Buffer.alloc(16)],
  ])("that is %s is refused", (_, count, bytes) => {
    expect(unpacked(deflateSync(bytes), count)).toBeNull();
  });

  it("with something behind it is refused", () => {
    expect(unpacked(Buffer.concat([deflateSync(Buffer.alloc(16)), Buffer.from([0])]), 4)).toBeNull();
  });
});

describe("places in a room", () => {
  it("pictures lie beside each other, also after it has grown, and places are used again", () => {
    const own = opened();
    const rasters = [1, 2, 3].map((shade) => {
      const raster = emptyRaster(500 * shade, 400, { room: own });
      for (const row of rowsOf(raster)) row.fill(shade);
      return raster;
    });
    const shades = rasters.map((raster) => [...new Set(Buffer.concat([...rowsOf(raster)]))]);
    expect(shades).toEqual([[1], [2], [3]]);
    const [, second] = rasters as [Raster, Raster, Raster];
    const again = emptyRaster(1_000, 400, { room: own, spare: second });
    expect(again.start).toBe(second.start);
    expect(rasters.every((raster) => raster.pixels === own.bytes)).toBe(true);
  });

  it("what has no room lies by itself, and is compared with what has", () => {
    const own = opened();
    const huge = emptyRaster(20_000, 4_000, { room: own });
    expect(huge.room).toBeNull();
    const small = emptyRaster(300, 200, { room: own });
    expect(small.room).toBe(own);
    const size = { width: 300, height: 200 };
    const [one, other] = [huge, small].map((raster) => ({ raster, x: 0, y: 0 })) as [never, never];
    expect(equalRows(one, other, size)).toBe(200);
    huge.pixels[150 * huge.stride + 899] = 1;
    expect(equalRows(one, other, size)).toBe(150);
  });
});

describe("rows", () => {
  it("of two pictures are compared to the first that differs, wherever in it", () => {
    const own = opened();
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        (width, height, at) => {
          own.clear();
          const [one, other] = [0, 1].map(() => emptyRaster(width, height, { room: own })) as [
            Raster,
            Raster,
          ];
          const place = at % (width * height * 3);
          one.pixels[one.start + place] = 1;
          const corners = [one, other].map((raster) => ({ raster, x: 0, y: 0 })) as [never, never];
          expect(equalRows(...corners, { width, height })).toBe(Math.floor(place / (width * 3)));
        },
      ),
    );
  });
});
