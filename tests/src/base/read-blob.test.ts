/** Reading into memory that was used before gives the bytes of the Blob and nothing of what was there. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";

const kilobyte = 1024;
let readBlob: typeof import("../../../src/base/read-blob.ts").readBlob;
let release: typeof import("../../../src/base/read-blob.ts").release;

// Files of this ring share their modules: what another one gave back would be used before what is given back here.
beforeEach(async () => {
  vi.resetModules();
  ({ readBlob, release } = await import("../../../src/base/read-blob.ts"));
});

test("whatever was read and given back before, a Blob's bytes are its own", async () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 300 * kilobyte }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sizes, async (lengths) => {
      for (const [index, length] of lengths.entries()) {
        const expected = new Uint8Array(length).fill(index + 1);
        const bytes = await readBlob(new Blob([expected.subarray(0, 7), expected.subarray(7)]));
        expect(Buffer.from(bytes).equals(expected)).toBe(true);
        release(bytes);
      }
    }),
  );
});

test("memory that was given back is used again, and no other", async () => {
  const blob = new Blob([new Uint8Array(200 * kilobyte)]);
  const first = await readBlob(blob);
  const second = await readBlob(blob);
  expect(second.buffer).not.toBe(first.buffer);
  release(first);
  expect(first.length).toBe(200 * kilobyte);
  await readBlob(blob);
  expect(first.length).toBe(0);
});

test("all of what comes back at once is used again", async () => {
  const blob = new Blob([new Uint8Array(200 * kilobyte)]);
  const earlier = await Promise.all(Array.from({ length: 10 }, () => readBlob(blob)));
  for (const bytes of earlier) release(bytes);
  for (const _ of earlier) await readBlob(blob);
  expect(earlier.map(({ length }) => length)).toEqual(earlier.map(() => 0));
});

test("no memory of a huge file is kept", async () => {
  const huge = await readBlob(new Blob([new Uint8Array(20_000 * kilobyte)]));
  const { byteLength } = huge.buffer;
  release(huge);
  // Where the platform can, it is free at once.
  if ("transfer" in ArrayBuffer.prototype) expect(huge.length).toBe(0);
  const next = await readBlob(new Blob([new Uint8Array(19_000 * kilobyte)]));
  expect(next.buffer.byteLength).toBeLessThan(byteLength);
});

/** A Blob that gives nothing; the reader is all there is of it. */
function silentBlob(): { blob: Blob; reader: WeakRef<object> } {
  const reader = { read: () => new Promise(() => undefined), cancel: async () => undefined };
  const blob = { size: 10, stream: () => ({ getReader: () => reader }) } as unknown as Blob;
  return { blob, reader: new WeakRef(reader) };
}

test("a read that waits is not forgotten when memory is collected", async () => {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const waitingReader = () => {
    const { blob, reader } = silentBlob();
    void readBlob(blob);
    return reader;
  };
  const waiting = waitingReader();
  const { reader: dropped } = (({ reader }) => ({ reader }))(silentBlob());
  // What nobody waits for goes: so the collector was here.
  await vi.waitFor(() => {
    collect();
    expect(dropped.deref() === undefined).toBe(true);
  });
  expect(waiting.deref() === undefined).toBe(false);
});
