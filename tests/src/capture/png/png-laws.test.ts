/** Our PNG reader and writer against each other, against pngjs and against pngcheck; and everything that is refused. */
import { spawnSync } from "node:child_process";
import { deflateSync, inflateSync } from "node:zlib";
import fc from "fast-check";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { crc32 } from "../../../../src/base/crc32.ts";
import { readChunks } from "../../../../src/capture/png/read-chunks.ts";
import { readPng } from "../../../../src/capture/png/read-png.ts";
import { RowReader } from "../../../../src/capture/png/row-reader.ts";
import { PictureRoom } from "../../../../src/capture/png/vectors/picture-room.ts";
import { writePng } from "../../../../src/capture/png/write-png.ts";
import { giveBack, type Raster, rasterOf, rowsOf } from "../../../../src/capture/raster.ts";

const numRuns = process.env["SLOW"] ? 500 : 60;

/** Runs, slopes and noise: what makes each filter worth choosing. */
const rasters = fc
  .record({
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 30 }),
    seed: fc.uint8Array({ minLength: 7, maxLength: 7 }),
    step: fc.constantFrom(0, 1, 3, 255),
  })
  .map(({ width, height, seed, step }): Raster => {
    const pixels = new Uint8Array(width * height * 3);
    for (let index = 0; index < pixels.length; index += 1)
      pixels[index] = (seed[index % 7] ?? 0) + step * Math.floor(index / 5);
    return rasterOf(width, height, pixels);
  });

/** Both ways there are to read a picture. */
const room = PictureRoom.open();
const places: [where: string, room: PictureRoom | null][] = [
  ["by the platform's means", null],
  ["in a room", room],
];

it("there is room here: what is said of it below is tried", () => {
  expect(room).not.toBeNull();
});

/** Size and pixels, wherever they lie. */
async function readIn(bytes: Uint8Array<ArrayBuffer>, where: PictureRoom | null) {
  const raster = await readPng(bytes, { room: where });
  expect(raster.room).toBe(where);
  const { width, height } = raster;
  const read = rasterOf(width, height, new Uint8Array(Buffer.concat([...rowsOf(raster)])));
  giveBack(raster);
  return read;
}

async function written(raster: Raster): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = raster;
  return new Uint8Array(await (await writePng({ width, height, rows: rowsOf(raster) })).arrayBuffer());
}

/** With one filter for every row, or all of them (-1). */
function byPngjs(
  { width, height, pixels }: Raster,
  filterType: number,
  hasAlpha: boolean,
): Uint8Array<ArrayBuffer> {
  const png = new PNG({ width, height });
  for (let at = 0; at < width * height; at += 1)
    png.data.set([...pixels.subarray(at * 3, at * 3 + 3), 255], at * 4);
  const colorType = hasAlpha ? 6 : 2;
  return new Uint8Array(PNG.sync.write(png, { colorType, inputColorType: 6, filterType }));
}

function chunk(type: string, content: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type), content]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  crc.writeUInt32BE(crc32(new Uint8Array(typed)));
  return Buffer.concat([length, typed, crc]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of this header, with the samples as they are. */
function made(header: readonly number[], samples: Uint8Array, more: Buffer[] = []): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  const [width = 1, height = 1, ...rest] = header;
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(rest, 8);
  const idat = chunk("IDAT", deflateSync(samples));
  return new Uint8Array(
    Buffer.concat([signature, chunk("IHDR", head), ...more, idat, chunk("IEND", new Uint8Array())]),
  );
}

describe("round trips", () => {
  it("what is written reads as it was, by us and by pngjs", async () => {
    await fc.assert(
      fc.asyncProperty(rasters, async (raster) => {
        const bytes = await written(raster);
        for (const [, where] of places) expect(await readIn(bytes, where)).toEqual(raster);
        const other = PNG.sync.read(Buffer.from(bytes));
        const colours = other.data.filter((_, index) => index % 4 < 3);
        expect([other.width, other.height]).toEqual([raster.width, raster.height]);
        expect(new Uint8Array(colours)).toEqual(raster.pixels);
      }),
      { numRuns },
    );
  });

  it.each([-1, 0, 1, 2, 3, 4])(
    "what pngjs writes with filter %s reads as it was, with alpha and without",
    async (filter) => {
      await fc.assert(
        fc.asyncProperty(rasters, fc.boolean(), async (raster, hasAlpha) => {
          const bytes = byPngjs(raster, filter, hasAlpha);
          for (const [, where] of places) expect(await readIn(bytes, where)).toEqual(raster);
        }),
        { numRuns: numRuns / 3 },
      );
    },
  );

  it("pngcheck finds nothing to say against a picture of many chunks", async () => {
    const raster = rasterOf(1_300, 1_200, new Uint8Array(1_300 * 1_200 * 3));
    let state = 1;
    for (let index = 0; index < raster.pixels.length; index += 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      raster.pixels[index] = state >>> 16;
    }
    const judged = spawnSync("bash", ["-c", "pngcheck -v"], {
      input: await written(raster),
      encoding: "utf8",
    });
    expect(judged.stdout).toContain("No errors detected");
    expect(judged.stdout.match(/chunk IDAT/g)?.length).toBeGreaterThan(2);
    expect(judged.status).toBe(0);
  });
});

it("rows may lie in any number of pieces that come out of an inflater", async () => {
  await fc.assert(
    fc.asyncProperty(
      rasters,
      fc.boolean(),
      fc.integer({ min: 1, max: 300 }),
      async (raster, hasAlpha, step) => {
        const parts = readChunks(byPngjs(raster, -1, hasAlpha));
        const all = inflateSync(Buffer.concat(parts.compressed));
        const rows: Buffer[] = [];
        const reader = new RowReader(parts, (row) => rows.push(Buffer.from(row)));
        for (let at = 0; at < all.length; at += step)
          reader.take(new Uint8Array(all.subarray(at, at + step)));
        reader.end();
        expect(new Uint8Array(Buffer.concat(rows))).toEqual(raster.pixels);
      },
    ),
    { numRuns },
  );
});

const grey = new Uint8Array([0, 1, 2, 3]);
const refused: [string, Uint8Array<ArrayBuffer>][] = [
  ["no PNG at all", new Uint8Array([1, 2, 3])],
  ["sixteen bits", made([1, 1, 16, 2, 0, 0, 0], grey)],
  ["a palette", made([1, 1, 8, 3, 0, 0, 0], grey, [chunk("PLTE", new Uint8Array(3))])],
  ["grey", made([1, 1, 8, 0, 0, 0, 0], grey)],
  ["interlaced", made([1, 1, 8, 2, 0, 0, 1], grey)],
  ["a filter there is none of", made([1, 1, 8, 2, 0, 0, 0], new Uint8Array([5, 1, 2, 3]))],
  ["see-through", made([1, 1, 8, 6, 0, 0, 0], new Uint8Array([0, 1, 2, 3, 254]))],
  ["too few pixels", made([1, 2, 8, 2, 0, 0, 0], grey)],
  ["too many pixels", made([1, 1, 8, 2, 0, 0, 0], new Uint8Array(5_000_000))],
  ["no width", made([0, 1, 8, 2, 0, 0, 0], grey)],
  ["a size no screen has", made([60_000, 60_000, 8, 2, 0, 0, 0], grey)],
  ["a chunk nobody knows and must not pass over", made([1, 1, 8, 2, 0, 0, 0], grey, [chunk("XXXX", grey)])],
  ["two headers", made([1, 1, 8, 2, 0, 0, 0], grey, [chunk("IHDR", new Uint8Array(13))])],
  ["something behind its end", new Uint8Array([...made([1, 1, 8, 2, 0, 0, 0], grey), 0])],
];

describe("what is no whole picture of ours", () => {
  it.each(refused)("%s is refused", async (_, bytes) => {
    for (const [, where] of places)
      await expect(readIn(bytes, where)).rejects.toMatchObject({ code: "picture-unreadable" });
  });

  it("the same picture without the fault is read", async () => {
    for (const [, where] of places)
      expect([...(await readIn(made([1, 1, 8, 2, 0, 0, 0], grey), where)).pixels]).toEqual([1, 2, 3]);
  });

  it.each(places)(
    "any flipped bit and any cut is refused, or changes not one pixel: %s",
    async (_, where) => {
      const whole = await written(rasterOf(5, 4, new Uint8Array(60).fill(7)));
      const { pixels } = await readIn(whole, where);
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
          const flipped = Uint8Array.from(whole);
          flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          const read = await readIn(flipped, where).catch(() => null);
          if (read) expect(read.pixels).toEqual(pixels);
          const cut = readIn(whole.slice(0, bit >> 3), where);
          await expect(cut).rejects.toMatchObject({ code: "picture-unreadable" });
        }),
        { numRuns },
      );
    },
  );

  it("rows of another size than was said are not written", async () => {
    for (const rows of [[], [new Uint8Array(3)], [new Uint8Array(6), new Uint8Array(6), new Uint8Array(6)]])
      await expect(writePng({ width: 2, height: 2, rows })).rejects.toMatchObject({
        code: "picture-unreadable",
      });
  });

  it("a bomb is stopped at its size, not inflated", async () => {
    const bomb = made([10, 10, 8, 2, 0, 0, 0], new Uint8Array(200_000_000));
    const before = process.memoryUsage().rss;
    for (const [, where] of places)
      await expect(readIn(bomb, where)).rejects.toMatchObject({ code: "picture-unreadable" });
    expect(process.memoryUsage().rss - before).toBeLessThan(64_000_000);
  });
});
