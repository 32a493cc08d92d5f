/** Frames are decoded once for two neighbouring strips, and never more of them held than memory bears. */
import { expect, test } from "vitest";
import { writePng } from "../../../src/capture/png/write-png.ts";
import { frameReader } from "../../../src/evidence/frame-reader.ts";

async function png(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const row = new Uint8Array(width * 3);
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

test("of the largest frames there are, one is held", { timeout: 60_000 }, async () => {
  const frame = await png(6_000, 5_500);
  expect(await readsOf(frame, [0, 0, 1, 1, 0])).toEqual([0, 1, 0]);
});

test("a frame that is not there is said to be missing", async () => {
  await expect(frameReader(async () => null)(7)).rejects.toThrow("no frame 7");
});
