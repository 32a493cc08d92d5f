/** Comparing bytes by fours says what comparing them one by one says. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { equalBytes } from "../../../src/base/equal-bytes.ts";

const bytes = fc.uint8Array({ maxLength: 24 });

it("bytes are equal to a copy that lies anywhere in memory, and to nothing that differs in one bit", () => {
  fc.assert(
    fc.property(bytes, fc.nat(7), fc.nat(8 * 24), (one, offset, bit) => {
      const copy = new Uint8Array(offset + one.length).subarray(offset);
      copy.set(one);
      expect(equalBytes(one, copy)).toBe(true);
      if (one.length === 0) return;
      const at = (bit >> 3) % one.length;
      copy[at] = (copy[at] as number) ^ (1 << (bit & 7));
      expect(equalBytes(one, copy)).toBe(false);
    }),
  );
});

it("bytes of another length are not equal, whatever they begin with", () => {
  fc.assert(
    fc.property(bytes, (one) => {
      expect(equalBytes(one, new Uint8Array([...one, 0]))).toBe(false);
    }),
  );
});
