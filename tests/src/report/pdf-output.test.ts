/** The pieces a document writes, and the Blob they become. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { PdfOutput } from "../../../src/report/pdf/pdf-output.ts";

test("every byte of every piece, in its order, also where the writer uses its memory again", async () => {
  const lengths = fc.array(fc.oneof(fc.nat(300), fc.constantFrom(600_000, 1_048_576, 1_500_000)), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(lengths, async (all) => {
      const output = new PdfOutput();
      const shared = new Uint8Array(1_500_000);
      for (const [index, length] of all.entries()) output.add(shared.subarray(0, length).fill(index + 1));
      const bytes = Buffer.from(await output.whole().arrayBuffer());
      const expected = Buffer.concat(all.map((length, index) => Buffer.alloc(length, index + 1)));
      expect(bytes.equals(expected)).toBe(true);
    }),
    { numRuns: 12 },
  );
});
