/** Reading into memory that was used before gives the bytes of the Blob and nothing of what was there. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { readBlob, release } from "../../../src/base/read-blob.ts";

const kilobyte = 1024;

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
