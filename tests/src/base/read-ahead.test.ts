/** Reading ahead: in order, no more held than may be, and the first failure is the one that is heard. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { BlobWindow } from "../../../src/base/blob-window.ts";
import { crc32 } from "../../../src/base/crc32.ts";
import { fastCrc32 } from "../../../src/base/fast-crc32.ts";
import { readAhead } from "../../../src/base/read-ahead.ts";

async function listOf<T>(results: AsyncGenerator<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const result of results) list.push(result);
  return list;
}

/** Later reads end earlier. */
async function slowly<T>(value: T, turns: number): Promise<T> {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  return value;
}

test("results come in the order of their inputs, however long each takes", async () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 });
  const limits = { mostBytes: 60, mostReads: 4 };
  await fc.assert(
    fc.asyncProperty(sizes, async (inputs) => {
      const reading = readAhead(inputs, {
        ...limits,
        sizeOf: (size) => size,
        read: (size) => slowly(size, 50 - size),
      });
      expect(await listOf(reading)).toEqual(inputs);
    }),
  );
});

test("no more is read ahead than may be held, and one that is larger by itself is read all the same", async () => {
  const started: number[] = [];
  const reading = readAhead([40, 40, 40, 500, 1], {
    mostBytes: 100,
    mostReads: 3,
    sizeOf: (size) => size,
    read: async (size) => {
      started.push(size);
      return size;
    },
  });
  expect((await reading.next()).value).toBe(40);
  expect(started).toEqual([40, 40, 40]);
  expect(await listOf(reading)).toEqual([40, 40, 500, 1]);
});

test("a failure is heard in its turn, and nobody else hears it", async () => {
  const read = async (value: number) => {
    if (value > 1) throw new Error(`no ${value}`);
    return value;
  };
  const reading = readAhead([0, 1, 2, 3], { mostBytes: 9, mostReads: 4, sizeOf: () => 1, read });
  expect([(await reading.next()).value, (await reading.next()).value]).toEqual([0, 1]);
  await expect(reading.next()).rejects.toThrow("no 2");
});

test("pieces of a large Blob are what slices of it are", async () => {
  const whole = new Blob(Array.from({ length: 90 }, (_, index) => `${index},`));
  const windowed = new BlobWindow(whole);
  const place = fc.tuple(fc.nat(whole.size), fc.nat(whole.size));
  await fc.assert(
    fc.asyncProperty(place, async ([one, other]) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      expect(await windowed.piece(start, end).text()).toBe(await whole.slice(start, end).text());
    }),
  );
});

test("the quick CRC is the plain one", async () => {
  const quick = await fastCrc32();
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => quick(bytes) === crc32(bytes)));
});
