/** Digest and CRC of a Blob that is read in pieces are those of the whole. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { blobSums } from "../../../src/base/blob-sums.ts";
import { crc32 } from "../../../src/base/crc32.ts";

const megabyte = 1024 * 1024;

/** No two places near each other look alike. */
function patterned(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 31 + (at >> 9)) & 0xff;
  return bytes;
}

test.each([0, 1, megabyte - 1, megabyte, megabyte + 1, 3 * megabyte, 3 * megabyte + 12_345])(
  "of %i bytes",
  async (length) => {
    const bytes = patterned(length);
    const sums = await blobSums(new Blob([bytes.subarray(0, 5), bytes.subarray(5)]));
    expect(sums.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(sums.crc32).toBe(crc32(bytes));
  },
);

test("a CRC goes on where another ended", () => {
  const bytes = patterned(1_000);
  for (const cut of [0, 1, 8, 13, 999, 1_000])
    expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
});
