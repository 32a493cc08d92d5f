/** Frames are decoded once for two neighbouring strips, and never more of them held than memory bears. */
import { expect, test } from "vitest";
import { writePng } from "../../../src/capture/png/write-png.ts";
import { frameReader } from "../../../src/evidence/frame-reader.ts";

async function png(width: number, height: number, shade = 0): Promise<Uint8Array<ArrayBuffer>> {
  const row = new Uint8Array(width * 3).fill(shade);
  const blob = await writePng({ width, height, rows: Array.from({ length: height }, () => row) });
  return new Uint8Array(await blob.arrayBuffer());
}

/** Which frames were read from where they lie, in order. */
async function readsOf(frame: Uint8Array<ArrayBuffer>, asked: readonly number[]): Promise<number[]> {
  const reads: number[] = [];
  const read = frameReader(async (sequence) => {
    reads.push(sequence);
    return frame;
  });
  for (const sequence of asked) await read(sequence);
  return reads;
}

test("two frames are held", async () => {
  const frame = await png(40, 30);
  expect(await readsOf(frame, [0, 1, 0, 1, 2, 1, 0])).toEqual([0, 1, 2, 0]);
});

test("of the largest frames there are, one is held", async () => {
  const frame = await png(6_000, 5_500);
  expect(await readsOf(frame, [0, 0, 1, 1, 0])).toEqual([0, 1, 0]);
});

test("each of many frames has its own pixels when it is given", async () => {
  const readFrame = frameReader((sequence) => png(4, 3, sequence));
  for (const sequence of [1, 2, 1, 3, 2, 4, 1, 9]) {
    const { pixels } = await readFrame(sequence);
    expect([sequence, ...new Set(pixels)]).toEqual([sequence, sequence]);
  }
});

test("no more buffers are made than frames are held", async () => {
  const readFrame = frameReader((sequence) => png(4, 3, sequence));
  const buffers = new Set<ArrayBuffer>();
  for (let sequence = 1; sequence <= 12; sequence += 1)
    buffers.add((await readFrame(sequence)).pixels.buffer);
  expect(buffers.size).toBe(2);
});

test("the frame before is whole while the next is read", async () => {
  const readFrame = frameReader((sequence) => png(4, 3, sequence));
  await readFrame(1);
  const before = await readFrame(2);
  await readFrame(3);
  expect([...new Set(before.pixels)]).toEqual([2]);
});

test("a frame that is not there is said to be missing", async () => {
  await expect(frameReader(async () => null)(7)).rejects.toThrow("no frame 7");
});
